// The marks that a picture is made of: plain data in the pixels of a plot, with colours by their names. What makes them
// knows neither canvas nor page; `paintMarks` and `svgMarks` draw the same list.

import type { ColourName } from './palette.ts';
import type { Shape } from './shape.ts';
import type { Segment } from './viewport.ts';

/** A colour of the palette by name, or as style sheets write it. */
export type Colour = ColourName | `rgb(${string}` | `#${string}`;

interface Named {
  /** The quantity it shows, whose twins light up with it. */
  readonly quantity?: string;
  /** By which a test finds it. */
  readonly id?: string;
}

/** An outline, filled, stroked, or both: the fill lies under the stroke. */
export interface ShapeMark extends Named {
  readonly kind: 'shape';
  readonly shape: Shape;
  readonly fill?: Colour;
  readonly stroke?: Colour;
  /** Of the stroke, in pixels; 1 unless it says otherwise. */
  readonly width?: number;
  /** Lengths of dashes and gaps, and the length at which the first dash begins. */
  readonly dash?: readonly number[];
  readonly dashFrom?: number;
  readonly hasRoundEnds?: boolean;
  readonly opacity?: number;
}

export interface TextMark extends Named {
  readonly kind: 'text';
  readonly text: string;
  /** The end or middle of the line that `anchor` names, at half the height of its small letters. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly colour: Colour;
  /** Pixels; that of labels unless it says otherwise. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  /** The colour that keeps what lies under it away from the letters. */
  readonly halo?: Colour;
  /** Radians, clockwise. */
  readonly angle?: number;
  /** Whether it is a number at a tick of an axis. */
  readonly isTick?: boolean;
}

/** A picture of one pixel a sample, four bytes each, the top row first. */
export interface Raster {
  readonly columns: number;
  readonly rows: number;
  readonly pixels: Uint32Array<ArrayBuffer>;
}

export interface ImageMark extends Named {
  readonly kind: 'image';
  readonly raster: Raster;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A wide unseen line with exact ends, for pointers and for tests: only a page that can be touched has it. */
export interface TouchMark extends Named {
  readonly kind: 'touch';
  readonly ends: Segment;
}

export type Mark = ShapeMark | TextMark | ImageMark | TouchMark;

/** Marks that are drawn together; a scene is a list of layers, the lowest first. */
export interface Layer {
  readonly marks: readonly Mark[];
  readonly opacity?: number;
  /** Whether it may reach beyond the plot, as axes do; all else is cut there. */
  readonly isAround?: boolean;
}

export const labelSize = 12;
export const tickSize = 11;

/** Height of a line of text, as room for it is reckoned, and how far its middle is above its foot, both as shares. */
export const middleShare = 0.35;
