// Writes the page at a bare address as HTML, in the two layouts that it is in most often, with what its canvases show as
// shapes under them.

import { nameLevels } from '../drawing/sceneSurface.ts';
import { present } from '../training/present.ts';
import controls from '../ui/controls/controls.module.css';
import transport from '../ui/controls/transport.module.css';
import { english } from '../ui/text/language.ts';
import { circleThrough } from './circleThrough.ts';
import type { PaperElement, SizeOf } from './paperDocument.ts';
import { htmlIn, type Writing } from './paperHtml.ts';
import { type RenderedPage, renderPage } from './renderPage.tsx';

export interface FirstPicture {
  /** What stands in the page's root element in a window of 1280 by 720. */
  readonly page: string;
  /** What stands in the figure of weight space in one of 360 by 740. */
  readonly phone: string;
}

const { plots } = english.text;

/** Sizes of the figures, as the style sheet lays them out in these windows; all else has room enough. */
const layouts: Readonly<
  Record<'desktop' | 'phone', Readonly<Record<string, readonly [width: number, height: number]>>>
> = {
  desktop: {
    [plots.weightSpace]: [632, 479],
    [plots.epochStrip]: [600, 52],
    [plots.dataSpace]: [292, 158],
    [plots.lossCurve]: [292, 158],
  },
  phone: { [plots.weightSpace]: [336, 270] },
};

const sizesIn =
  (layout: keyof typeof layouts): SizeOf =>
  (element) => {
    const isFigure = element.localName === 'figure';
    const [width, height] =
      layouts[layout][element.getAttribute('aria-label') ?? ''] ?? (isFigure ? [0, 0] : [600, 400]);
    return { width, height };
  };

export async function writePicture(): Promise<FirstPicture> {
  const page = await renderPage(sizesIn('desktop'));
  const desktop = htmlIn(page.root, writingOf(page, 'desktop'));
  await page.layOut(sizesIn('phone'));
  const figure = present(figures(page.root).find((one) => one.getAttribute('aria-label') === plots.weightSpace));
  return { page: desktop, phone: htmlIn(figure, writingOf(page, 'phone')) };
}

/** Words and numbers that are of this run alone, beside those that a style sheet finds by what they stand in. */
const ofThisRun: ReadonlySet<string> = new Set([transport.position, transport.speedWords, controls.sliderFoot]);

const elementsIn = (element: PaperElement): readonly PaperElement[] =>
  element.children.flatMap((child) => [child, ...elementsIn(child)]);

const figures = (root: PaperElement): readonly PaperElement[] =>
  elementsIn(root).filter(({ localName }) => localName === 'figure');

const writingOf = (page: RenderedPage, layout: keyof typeof layouts): Writing => ({
  isLeftOut: (element) =>
    element.parentNode?.hasAttribute('popover') === true ||
    (element.localName === 'option' && !element.selected && isLocked(element) && !isWidest(element)),
  attributes: (element) => (ofThisRun.has((element.getAttribute('class') ?? '').split(' ')[0]) ? ' data-of-run' : ''),
  before: (element) => (element.localName === 'figure' ? standIn(page, element, sizesIn(layout)) : ''),
});

/** Whether a choice gives its control its width. */
function isWidest(option: PaperElement): boolean {
  let control = option;
  while (control.localName !== 'select') control = present(control.parentNode);
  const width = ({ textContent }: PaperElement): number => option.getContext().measureText(textContent).width;
  return control.options.every((other) => width(other) <= width(option));
}

/** Whether a choice is part of a fixed control, which nobody can open. */
function isLocked(element: PaperElement): boolean {
  for (let around = element.parentNode; around !== null; around = around.parentNode)
    if (around.localName === 'fieldset' && around.hasAttribute('disabled')) return true;
  return false;
}

const pixelsIn = (length: string): number => 16 * Number(/calc\(([\d.]+)rem/.exec(length)?.[1] ?? 0);

/** What the canvases of a figure show, as shapes that lie under them. */
function standIn(page: RenderedPage, figure: PaperElement, sizeOf: SizeOf): string {
  const { width, height } = sizeOf(figure);
  const painted = figure.children.flatMap(({ context, style }) => {
    if (context === null || context.shapes.length === 0) return [];
    const [x, y, w, h] = ['left', 'top', 'width', 'height'].map((name) => pixelsIn(style.read(name)));
    const shapes = context.shapes.join('').includes('class=picture')
      ? shaded(page, context.shapes)
      : context.shapes.join('');
    return `<svg x=${x} y=${y} width=${w} height=${h} viewBox="${x} ${y} ${w} ${h}">${shapes}</svg>`;
  });
  // The strip begins where its words do, however much room it has.
  const place = figure.getAttribute('aria-label') === plots.epochStrip ? ' preserveAspectRatio=xMinYMin' : '';
  return painted.length === 0
    ? ''
    : `<svg class="${page.standInClass}" data-stand-in aria-hidden=true${place} viewBox="0 0 ${width} ${height}">${painted.join('')}</svg>`;
}

/** A colour of the surface, from the lowest to the highest. */
const shade = (share: number): string =>
  `color-mix(in oklab,var(--surface-high) ${Math.round(100 * share)}%,var(--surface-low))`;

/** The surface with its shading, which on this problem is the same all round its minimum. */
function shaded({ lab, scene }: RenderedPage, shapes: readonly string[]): string {
  const surface = present(lab.store.getState().surface);
  const frame = present(scene.frame);
  const { viewport } = frame;
  const { scale, isolines, labelsIn } = nameLevels(surface, english.format.marks);
  const rings = isolines.flatMap(({ lines, level }) =>
    lines.flatMap((line) => {
      const places = Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i], line[2 * i + 1]] as const);
      const circle = circleThrough(places);
      return circle === null ? [] : [{ circle, share: scale.share(level) }];
    }),
  );
  const [x, y] = rings[0].circle;
  const { domain } = surface;
  const farthest = Math.hypot(Math.max(domain.x[1] - x, x - domain.x[0]), Math.max(domain.y[1] - y, y - domain.y[0]));
  const stops = new Map([
    [0, 0],
    ...rings.map(({ circle, share }) => [Math.round((100 * circle[2]) / farthest), share] as const),
    [100, 1],
  ]);
  const written = [...stops]
    .sort(([a], [b]) => a - b)
    .map(([at, share]) => `<stop offset=${at}% stop-color="${shade(share)}" />`);
  const round = (value: number): number => Math.round(10 * value) / 10;
  const [cx, cy, r] = [viewport.x(x), viewport.y(y), farthest * viewport.scaleX].map(round);
  const halos = labelsIn(frame).map(({ level }) => shade(scale.share(level)));
  const [picture, ...lines] = shapes;
  return [
    `<radialGradient id=shade gradientUnits=userSpaceOnUse cx=${cx} cy=${cy} r=${r}>${written.join('')}</radialGradient>`,
    picture.replace('class=picture', 'fill=url(#shade)'),
    // Canvases have mixed colours as numbers, which paper has not.
    ...lines.map((line) => line.replace('rgb(0 0 0)', () => halos.shift() ?? '')),
  ].join('');
}
