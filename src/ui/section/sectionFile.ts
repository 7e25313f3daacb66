// The section as a picture file: the marks of the page in a frame of their own.

import type { Palette } from '../../drawing/palette.ts';
import type { Frame } from '../../drawing/scene.ts';
import { type SectionNames, sectionLayers, sectionScales } from '../../drawing/sceneSection.ts';
import { pictureRoom, pictureSvg } from '../../export/picture.ts';
import type { SectionAxis } from '../../lab/section.ts';
import type { Section } from '../../training/studies/section.ts';
import type { Formats } from '../text/format.ts';
import type { SectionText } from './words.ts';

export const sectionAspect = 2;

export const sectionNames = (words: SectionText, axis: SectionAxis): SectionNames => ({
  ...words,
  axis: words.axes[axis],
});

export interface SectionFile {
  readonly section: Section;
  readonly axis: SectionAxis;
  readonly palette: Palette;
  readonly title: string;
  readonly words: SectionText;
  readonly format: Formats;
  readonly measure: Frame['measure'];
}

export function sectionSvg({ section, axis, palette, title, words, format, measure }: SectionFile): string {
  const { plot } = pictureRoom(sectionAspect);
  const look = { plot, names: sectionNames(words, axis), marks: format.marks, measure, offset: 0 };
  const layers = sectionLayers(section, sectionScales(section, plot), look);
  return pictureSvg({ title, palette, layers, plot, image: () => null });
}
