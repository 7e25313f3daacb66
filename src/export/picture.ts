// Weight space as an SVG document of its own: the loss surface as embedded pixels under vector isolines, the path, the
// arrows of the pending step, axes, labels, and a title. Nothing in it refers to a style sheet or a font file.

import { pathRound } from 'd3';
import {
  batchLevelCount,
  contourLevels,
  drawIsolines,
  type LineLabel,
  levelCount,
  placeLineLabels,
  traceIsolines,
} from '../drawing/contours.ts';
import { drawChain, drawFan, drawTips, exampleVectors } from '../drawing/exampleVectors.ts';
import { colourTable, type Palette, tableColour } from '../drawing/palette.ts';
import { linearScale } from '../drawing/scale.ts';
import { lossScale, meanGradientLength } from '../drawing/surface.ts';
import {
  drawTrajectory,
  freshPen,
  pathOpacity,
  segmentsPerStroke,
  strokeEnd,
  type TrajectoryRows,
} from '../drawing/trajectory.ts';
import { type ArrowShape, downhill, drawArrow, gradientScale, placeLabels } from '../drawing/vectors.ts';
import { clipSegment, createViewport, isInside, type Segment, type Viewport } from '../drawing/viewport.ts';
import type { GradientView } from '../lab/store.ts';
import type { LossSurface } from '../training/objective/lossSurface.ts';
import type { StepDetail } from '../training/run/run.ts';
import type { Domain, Weights } from '../training/vector.ts';

export interface PictureOptions {
  readonly title: string;
  readonly names: Readonly<Record<'w1' | 'w2' | 'update' | 'batchGradient' | 'fullGradient', string>>;
  readonly palette: Palette;
  readonly view: Domain;
  readonly surface: LossSurface | null;
  /** The surface as a data address of a picture, one pixel per sample; null leaves the isolines alone. */
  readonly surfaceImage: string | null;
  /** The loss of the mini-batch, whose isolines go over those of `surface`; null where they are not drawn. */
  readonly batchSurface: LossSurface | null;
  readonly rows: TrajectoryRows;
  readonly detail: StepDetail | null;
  /** How the gradients of the examples are drawn; null where they are not. */
  readonly gradients: GradientView | null;
  readonly decimalMark: string;
}

export const pictureWidth = 720;
export const pictureHeight = 600;
const plot = { left: 56, top: 40, right: pictureWidth - 16, bottom: pictureHeight - 40 };
const fontSize = 13;
const smallFontSize = 11;
/** Mean width of a letter, as a share of its height: a document cannot measure its own text before it is drawn. */
const letterWidth = 0.56;
const widthOfText = (text: string, size: number): number => text.length * size * letterWidth;

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

type Attributes = Readonly<Record<string, string | number | null>>;

function tag(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeText(String(value))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

const text = (words: string, attributes: Attributes): string => tag('text', attributes, escapeText(words));

export function pictureSvg(options: PictureOptions): string {
  const { palette, title } = options;
  const viewport = createViewport(options.view, plot);
  const [width, height] = [pictureWidth, pictureHeight];
  const clipped = [surfaceParts(viewport, options), pathParts(viewport, options), stepParts(viewport, options)];
  const box = { x: plot.left, y: plot.top, width: plot.right - plot.left, height: plot.bottom - plot.top };
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': 'system-ui, -apple-system, Segoe UI, sans-serif',
      'font-size': fontSize,
    },
    [
      tag('title', {}, escapeText(title)),
      tag('rect', { width, height, fill: palette.paper }),
      text(title, { x: plot.left, y: 24, fill: palette.ink, 'font-weight': 600, 'font-size': 15 }),
      tag('clipPath', { id: 'plot' }, tag('rect', box)),
      tag('g', { 'clip-path': 'url(#plot)' }, clipped.join('\n')),
      tag('rect', { ...box, fill: 'none', stroke: palette.line }),
      axisParts(viewport, options),
    ].join('\n'),
  );
}

function surfaceParts(viewport: Viewport, { surface, surfaceImage, batchSurface, palette }: PictureOptions): string {
  if (surface === null) return '';
  const { x: w1, y: w2 } = surface.domain;
  const [left, top] = [viewport.x(w1[0]), viewport.y(w2[1])];
  const image =
    surfaceImage === null
      ? ''
      : tag('image', {
          href: surfaceImage,
          x: left,
          y: top,
          width: viewport.x(w1[1]) - left,
          height: viewport.y(w2[0]) - top,
          preserveAspectRatio: 'none',
        });
  const scale = lossScale(surface);
  const isolines = traceIsolines(surface, contourLevels(scale, levelCount));
  const table = colourTable(palette['surface-low'], palette['surface-high']);
  const lines = pathRound(2);
  drawIsolines(lines, viewport, isolines);
  const labels = placeLineLabels(isolines, viewport, (words) => widthOfText(words, smallFontSize));
  return [
    image,
    tag('path', { d: String(lines), fill: 'none', stroke: palette.contour, 'stroke-width': 0.8 }),
    batchLines(viewport, batchSurface, palette),
    ...labels.map((label) => lineLabel(label, palette, tableColour(table, scale.share(label.level)))),
  ].join('\n');
}

function batchLines(viewport: Viewport, surface: LossSurface | null, palette: Palette): string {
  if (surface === null) return '';
  const lines = pathRound(2);
  drawIsolines(lines, viewport, traceIsolines(surface, contourLevels(lossScale(surface), batchLevelCount)));
  return tag('path', { d: String(lines), fill: 'none', stroke: palette.batch, 'stroke-width': 1.1 });
}

/** @param background the colour that lets the line pause behind the text */
const lineLabel = ({ text: words, x, y, angle }: LineLabel, palette: Palette, background: string): string =>
  text(words, {
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${((angle * 180) / Math.PI).toFixed(1)})`,
    dy: '0.35em',
    'text-anchor': 'middle',
    'font-size': smallFontSize,
    fill: palette['contour-label'],
    stroke: background,
    'stroke-width': 4,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  });

const placeOf = ({ x, y }: Viewport, [w1, w2]: Weights) => [x(w1), y(w2)] as const;

function pathParts(viewport: Viewport, { rows, detail, palette }: PictureOptions): string {
  const [line, vertices, marks] = [pathRound(2), pathRound(2), pathRound(2)];
  const end = rows.w1.length;
  // As on the page: the same steps are left out of a long path.
  let pen = freshPen;
  while (pen.next < end)
    pen = drawTrajectory({ line, vertices, marks }, viewport, rows, pen, strokeEnd(pen.next, end), segmentsPerStroke);
  // The last step led to the weights, which no row has yet.
  const last =
    detail === null || end === 0 ? null : clipSegment(plot, pen.x, pen.y, ...placeOf(viewport, detail.seen.weights));
  if (last !== null) {
    line.moveTo(last[0], last[1]);
    line.lineTo(last[2], last[3]);
  }
  return tag(
    'g',
    { opacity: pathOpacity(pen.segments).toFixed(2), stroke: palette.weights },
    [
      tag('path', { d: String(line), fill: 'none', 'stroke-width': 1.1, 'stroke-linejoin': 'round' }),
      tag('path', { d: String(vertices), fill: palette.weights, stroke: 'none' }),
      tag('path', { d: String(marks), fill: palette.paper, 'stroke-width': 1.4 }),
    ].join('\n'),
  );
}

const gradientShape: ArrowShape = { headLength: 8, headWidth: 7 };
const updateShape: ArrowShape = { headLength: 12, headWidth: 11 };

function stepParts(viewport: Viewport, options: PictureOptions): string {
  const { detail, palette, names, surface } = options;
  if (detail === null) return '';
  const { weights, update, gradient, fullGradient } = detail.seen;
  const scale = gradientScale(
    viewport,
    [gradient, fullGradient],
    surface === null ? 0 : meanGradientLength(surface, viewport),
  );
  const [x, y] = placeOf(viewport, weights);
  const along = ([dx, dy]: readonly [number, number]): Segment => [x, y, x + dx, y + dy];
  const end = placeOf(viewport, [weights[0] + update[0], weights[1] + update[1]]);
  const arrows = [
    {
      name: names.fullGradient,
      colour: palette['full-gradient'],
      ends: along(downhill(viewport, fullGradient, scale)),
    },
    { name: names.batchGradient, colour: palette['batch-gradient'], ends: along(downhill(viewport, gradient, scale)) },
    { name: names.update, colour: palette.update, ends: [x, y, ...end] as Segment, isUpdate: true },
  ];
  return [
    exampleParts(viewport, options, detail, scale),
    circle(end[0], end[1], 6, {
      fill: 'none',
      stroke: palette.update,
      'stroke-width': 1.75,
      'stroke-dasharray': '3 2',
    }),
    ...arrows.map(({ ends, colour, isUpdate }) => arrow(ends, colour, isUpdate === true)),
    labelParts(arrows, palette),
    circle(x, y, 6, { fill: palette.weights, stroke: palette.paper, 'stroke-width': 1.5 }),
  ].join('\n');
}

function circle(x: number, y: number, radius: number, attributes: Attributes): string {
  if (!isInside(plot, x, y)) return '';
  return tag('circle', { cx: x.toFixed(2), cy: y.toFixed(2), r: radius, ...attributes });
}

function arrow(ends: Segment, colour: string, isUpdate: boolean): string {
  const visible = clipSegment(plot, ...ends);
  if (visible === null) return '';
  const [shaft, head] = [pathRound(2), pathRound(2)];
  drawArrow(shaft, head, visible, isUpdate ? updateShape : gradientShape);
  const isReached = visible[2] === ends[2] && visible[3] === ends[3];
  return [
    tag('path', { d: String(shaft), fill: 'none', stroke: colour, 'stroke-width': isUpdate ? 4 : 1.75 }),
    isReached ? tag('path', { d: String(head), fill: colour }) : '',
  ].join('\n');
}

function exampleParts(
  viewport: Viewport,
  { gradients, palette }: PictureOptions,
  detail: StepDetail,
  scale: number,
): string {
  if (gradients === null) return '';
  const vectors = exampleVectors(viewport, detail, scale);
  const [x, y] = placeOf(viewport, detail.seen.weights);
  const [shaft, head] = [pathRound(2), pathRound(2)];
  if (gradients === 'cloud') drawTips(head, x, y, vectors);
  else (gradients === 'fan' ? drawFan : drawChain)(shaft, head, x, y, vectors);
  const colour = palette['example-gradient'];
  return tag(
    'g',
    { opacity: 0.85 },
    tag('path', { d: String(shaft), fill: 'none', stroke: colour }) + tag('path', { d: String(head), fill: colour }),
  );
}

interface NamedArrow {
  readonly name: string;
  readonly colour: string;
  readonly ends: Segment;
}

/** The names at the tips, the update's placed first. */
function labelParts(arrows: readonly NamedArrow[], palette: Palette): string {
  const shown = arrows
    .map((one) => ({ ...one, visible: one.ends.every(Number.isFinite) ? clipSegment(plot, ...one.ends) : null }))
    .filter(({ visible }) => visible !== null && Math.hypot(visible[2] - visible[0], visible[3] - visible[1]) >= 6)
    .reverse();
  const lines = shown.map(({ visible }) => visible!);
  const places = placeLabels(
    shown.map(({ name, visible }) => {
      const [x1, y1, x, y] = visible!;
      return { width: widthOfText(name, fontSize) + 6, height: 16, x, y, dx: x - x1, dy: y - y1 };
    }),
    plot,
    lines,
  );
  return shown
    .map(({ name, colour }, i) => {
      const place = places[i];
      if (place == null) return '';
      return text(name, {
        x: ((place.left + place.right) / 2).toFixed(1),
        y: (place.bottom - 4).toFixed(1),
        fill: colour,
        'text-anchor': 'middle',
        'font-weight': 600,
        stroke: palette.paper,
        'stroke-width': 4,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      });
    })
    .join('\n');
}

function axisParts({ view }: Viewport, { palette, names, decimalMark }: PictureOptions): string {
  const x = linearScale(view.x, [plot.left, plot.right]);
  const y = linearScale(view.y, [plot.bottom, plot.top]);
  const style = { fill: palette['ink-soft'], 'font-size': smallFontSize };
  const stroke = palette.line;
  const write = (scale: typeof x, count: number) => {
    const format = scale.tickFormat(count);
    return (value: number): string => format(value).replace('.', decimalMark);
  };
  const [writeX, writeY] = [write(x, 8), write(y, 8)];
  // The name of an axis stands where its last tick would have its number.
  const across = x.ticks(8).filter((value) => x(value) < plot.right - 24);
  const up = y.ticks(8).filter((value) => y(value) > plot.top + 12);
  const name = { fill: palette.ink, 'font-style': 'italic', 'text-anchor': 'end' };
  return [
    ...across.map((value) => tag('path', { d: `M${x(value).toFixed(1)} ${plot.bottom}v4`, stroke })),
    ...across.map((value) =>
      text(writeX(value), { x: x(value).toFixed(1), y: plot.bottom + 17, 'text-anchor': 'middle', ...style }),
    ),
    ...up.map((value) => tag('path', { d: `M${plot.left} ${y(value).toFixed(1)}h-4`, stroke })),
    ...up.map((value) =>
      text(writeY(value), { x: plot.left - 8, y: (y(value) + 4).toFixed(1), 'text-anchor': 'end', ...style }),
    ),
    text(names.w1, { x: plot.right, y: plot.bottom + 18, ...name }),
    text(names.w2, { x: plot.left - 8, y: plot.top + 10, ...name }),
  ].join('\n');
}
