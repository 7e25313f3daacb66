// The loss over the plane as marks: its picture, and its isolines with their labels.

import type { DrawableSurface } from '../training/run/remoteTrainer.ts';
import { drawIsolines, type LineLabel, levelText, type NamedLine, placeLineLabels } from './contours.ts';
import { labelSize, type Mark, type Raster, tickSize } from './marks.ts';
import { colourTable, type Palette, tableColour } from './palette.ts';
import { type NumberMarks, withMarks } from './scale.ts';
import type { Frame } from './scene.ts';
import { shapeOf } from './shape.ts';
import { surfaceImage, surfaceRaster } from './surface.ts';
import { type LossScale, withShare } from './tracing/lossScale.ts';
import { heightOf, widthOf } from './viewport.ts';

/** A surface in the words of a language: the levels of its isolines are written. */
export interface TracedSurface {
  readonly surface: DrawableSurface;
  readonly scale: LossScale;
  readonly isolines: readonly NamedLine[];
  /** Where the levels are written in a frame; of the last frame asked for it is known already. */
  readonly labelsIn: (frame: Frame) => readonly LineLabel[];
}

/** Plots with a shorter side than this have no room for labels on lines. */
const leastSideForLabels = 130;

export function nameLevels(surface: DrawableSurface, marks: NumberMarks): TracedSurface {
  const scale = withShare(surface.tracing.scale);
  const isolines = surface.tracing.isolines.map((line) => ({ ...line, text: withMarks(levelText(line.level), marks) }));
  let known: { readonly frame: Frame; readonly labels: readonly LineLabel[] } | null = null;
  return {
    ...{ surface, scale, isolines },
    labelsIn(frame) {
      if (known?.frame !== frame) known = { frame, labels: place(frame, isolines) };
      return known.labels;
    },
  };
}

function place({ viewport, measure }: Frame, isolines: readonly NamedLine[]): readonly LineLabel[] {
  if (Math.min(widthOf(viewport.plot), heightOf(viewport.plot)) < leastSideForLabels) return [];
  return placeLineLabels(isolines, viewport, (text) => (tickSize / labelSize) * measure(text));
}

/** A traced surface in the colours of a theme. */
export interface ColouredSurface extends TracedSurface {
  readonly table: Uint32Array;
  readonly raster: Raster;
}

export function colourSurface(traced: TracedSurface, palette: Palette): ColouredSurface {
  const table = colourTable(palette['surface-low'], palette['surface-high']);
  return { ...traced, table, raster: surfaceRaster(traced.surface, traced.surface.tracing.shades, table) };
}

export function surfaceMarks(frame: Frame, coloured: ColouredSurface): readonly Mark[] {
  const { surface, scale, isolines, table, raster, labelsIn } = coloured;
  const { viewport } = frame;
  return [
    surfaceImage(viewport, surface, raster),
    {
      kind: 'shape',
      shape: shapeOf((shape) => drawIsolines(shape, viewport, isolines)),
      ...{ stroke: 'contour', width: 0.8 },
    },
    ...labelsIn(frame).map(
      ({ text, level, x, y, angle }): Mark => ({
        ...{ kind: 'text', text, x, y, angle, anchor: 'middle', size: tickSize, colour: 'contour-label' },
        halo: tableColour(table, scale.share(level)),
      }),
    ),
  ];
}
