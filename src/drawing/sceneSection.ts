// The loss along the step, as marks: of its batch and of all examples, the parabola that the beginning promises, and where
// the step lands, where it would land best, and where it would break even.

import type { Section, SectionCurve } from '../training/studies/section.ts';
import type { Colour, Layer, Mark } from './marks.ts';
import { type LabelRequest, placeLabels } from './placeLabels.ts';
import { linearScale, type NumberMarks, niceLinear, type Scale } from './scale.ts';
import { boldWidth, type Frame, labelHeight } from './scene.ts';
import { axisMarks } from './sceneAxes.ts';
import { nameMarks } from './sceneStep.ts';
import { discShape, lineShape, type Shape, shapeOf } from './shape.ts';
import { clipSegment, isInside, type Rectangle, type Segment } from './viewport.ts';

export interface SectionNames {
  /** Of the axis across: the learning rate, or the share of the update. */
  readonly axis: string;
  readonly loss: string;
  readonly batch: string;
  readonly all: string;
  readonly parabola: string;
  readonly here: string;
  readonly landing: string;
  readonly bestBatch: string;
  readonly bestAll: string;
  readonly breakEven: string;
}

export interface SectionLook {
  readonly plot: Rectangle;
  readonly names: SectionNames;
  readonly marks: NumberMarks;
  readonly measure: Frame['measure'];
  readonly offset: number;
}

export interface SectionScales {
  readonly x: Scale;
  readonly y: Scale;
}

/** Where the curves run off, the axis ends so far above what the step itself has to do with. */
const headroom = 1.3;

export function sectionScales({ range, batch, all }: Section, plot: Rectangle): SectionScales {
  const losses = [...batch.losses, ...all.losses].filter(Number.isFinite);
  const ends = [batch.before, batch.after, all.before, all.after].filter(Number.isFinite);
  const low = Math.min(...losses);
  const top = low + headroom * (Math.max(...ends) - low);
  const high = Math.min(Math.max(...losses), Math.max(top, ...ends));
  return {
    x: linearScale(range, [plot.left, plot.right]),
    y: linearScale(niceLinear(high > low ? [low, high] : [low - 0.5, low + 0.5]), [plot.bottom, plot.top]),
  };
}

/** Whether both curves are one: the batch is all examples. */
export const isOneCurve = ({ batch, all }: Section): boolean =>
  batch.losses.every((loss, index) => Math.abs(loss - all.losses[index]) <= 1e-12 * Math.abs(loss));

/** The axes, and within the plot what lies on them. */
export function sectionLayers(section: Section, scales: SectionScales, look: SectionLook): readonly Layer[] {
  const { plot, names, marks, measure, offset } = look;
  const { batch, all, landing } = section;
  const isOne = isOneCurve(section);
  const points = pointsOf(section, look, isOne);
  const inView = points.filter(({ at, loss }) => isInside(plot, scales.x(at), scales.y(loss)));
  const curves = isOne
    ? [{ curve: all, colour: 'loss-full' as const, name: `${names.batch} = ${names.all}` }]
    : both(section, names);
  const axes = axisMarks(measure, { plot, ...scales, nameX: names.axis, nameY: names.loss, marks, offset });
  const within: readonly Mark[] = [
    upright(scales, plot, 0, 'line'),
    upright(scales, plot, landing, 'update', 'section-landing'),
    ...levelMarks(batch, scales),
    {
      ...{ kind: 'shape', shape: parabolaShape(section, scales, plot), stroke: 'ink-soft', width: 1, dash: [2, 3] },
      id: 'section-parabola',
    },
    ...curves.map(
      ({ curve, colour }): Mark => ({
        ...{ kind: 'shape', shape: curveShape(section.places, curve.losses, scales, plot), stroke: colour, width: 2 },
        id: `section-${colour === 'batch' ? 'batch' : 'all'}`,
      }),
    ),
    ...inView.map(
      ({ at, loss, colour, isHollow, id }): Mark => ({
        ...{ kind: 'shape', shape: discShape(scales.x(at), scales.y(loss), 4), stroke: isHollow ? colour : 'paper' },
        ...{ fill: isHollow ? 'paper' : colour, width: isHollow ? 2 : 1.5, id },
      }),
    ),
    ...labelMarks(inView, curves, section, scales, look),
  ];
  return [{ marks: axes, isAround: true }, { marks: within }];
}

interface NamedCurve {
  readonly curve: SectionCurve;
  readonly colour: 'batch' | 'loss-full';
  readonly name: string;
}

/** All examples under the batch. */
const both = ({ batch, all }: Section, { batch: batchName, all: allName }: SectionNames): readonly NamedCurve[] => [
  { curve: all, colour: 'loss-full', name: allName },
  { curve: batch, colour: 'batch', name: batchName },
];

const upright = ({ x }: SectionScales, plot: Rectangle, at: number, stroke: Colour, id?: string): Mark => ({
  ...{ kind: 'shape', shape: lineShape([x(at), plot.top, x(at), plot.bottom]), stroke },
  ...(id !== undefined && { id }),
});

/** From the beginning, at its height, to where the loss is back there. */
function levelMarks({ breakEven, before }: SectionCurve, { x, y }: SectionScales): readonly Mark[] {
  if (breakEven === null) return [];
  const shape = lineShape([x(0), y(before), x(breakEven), y(before)]);
  return [{ kind: 'shape', shape, stroke: 'batch', width: 1, dash: [4, 3], id: 'section-level' }];
}

interface Point {
  readonly at: number;
  readonly loss: number;
  readonly colour: Colour;
  readonly isHollow: boolean;
  /** What stands beside it, if anything does, and on which side it had better. */
  readonly name: string;
  readonly side: readonly [number, number];
  readonly id: string;
}

function pointsOf({ batch, all, landing }: Section, { names }: SectionLook, isOne: boolean): readonly Point[] {
  const own = { colour: 'batch', isHollow: false } as const;
  const full = { colour: 'loss-full', isHollow: false } as const;
  const best = (curve: SectionCurve, look: typeof own | typeof full, name: string, id: string): readonly Point[] =>
    curve.best === null
      ? []
      : [{ ...look, at: curve.best.at, loss: curve.best.value, isHollow: true, name, side: [0, 1], id }];
  return [
    ...(isOne
      ? best(all, full, names.bestAll, 'section-best-all')
      : [
          ...best(all, full, names.bestAll, 'section-best-all'),
          ...best(batch, own, names.bestBatch, 'section-best-batch'),
        ]),
    ...(batch.breakEven === null
      ? []
      : [
          {
            ...{ ...own, at: batch.breakEven, loss: batch.before, isHollow: true, name: names.breakEven },
            ...{ side: [0, -1] as const, id: 'section-break-even' },
          },
        ]),
    { ...full, at: 0, loss: all.before, name: '', side: [-1, 0], id: 'section-before-all' },
    { ...own, at: 0, loss: batch.before, name: names.here, side: [-1, 0], id: 'section-before-batch' },
    { ...full, at: landing, loss: all.after, name: '', side: [1, 0], id: 'section-after-all' },
    { ...own, at: landing, loss: batch.after, name: names.landing, side: [1, 0.3], id: 'section-after-batch' },
  ];
}

function curveShape(places: Float64Array, losses: Float64Array, scales: SectionScales, plot: Rectangle): Shape {
  return shapeOf((shape) => {
    for (const [x1, y1, x2, y2] of segmentsOf(places, losses, scales, plot)) {
      shape.moveTo(x1, y1);
      shape.lineTo(x2, y2);
    }
  });
}

/** What of a curve lies in the plot. */
function segmentsOf(
  places: Float64Array,
  losses: Float64Array,
  { x, y }: SectionScales,
  plot: Rectangle,
): readonly Segment[] {
  const segments: Segment[] = [];
  for (let i = 1; i < places.length; i++) {
    if (!Number.isFinite(losses[i - 1]) || !Number.isFinite(losses[i])) continue;
    const segment = clipSegment(plot, x(places[i - 1]), y(losses[i - 1]), x(places[i]), y(losses[i]));
    if (segment !== null) segments.push(segment);
  }
  return segments;
}

function parabolaShape({ places, batch }: Section, scales: SectionScales, plot: Rectangle): Shape {
  const { before, slope, curvature } = batch;
  const heights = places.map((at) => before + at * slope + 0.5 * at * at * curvature);
  return curveShape(places, heights, scales, plot);
}

function labelMarks(
  points: readonly Point[],
  curves: readonly NamedCurve[],
  section: Section,
  scales: SectionScales,
  { plot, measure }: SectionLook,
): readonly Mark[] {
  const lines = curves.map(({ curve }) => segmentsOf(section.places, curve.losses, scales, plot));
  const labels = [
    ...points.flatMap(({ at, loss, name, side, colour }) =>
      name === '' ? [] : [{ name, colour, x: scales.x(at), y: scales.y(loss), dx: side[0], dy: side[1] }],
    ),
    ...curves.flatMap(({ name, colour }, index) => {
      const last = lines[index].at(-1);
      return last === undefined ? [] : [{ name, colour, x: last[2], y: last[3], dx: -1, dy: index === 0 ? -0.2 : 0.2 }];
    }),
  ];
  const requests = labels.map(
    ({ name, x, y, dx, dy }): LabelRequest => ({
      ...{ width: boldWidth * measure(name) + 4, height: labelHeight, x, y, dx, dy },
    }),
  );
  const discs = points.map(({ at, loss }) => ({ x: scales.x(at), y: scales.y(loss), radius: 5 }));
  const places = placeLabels(requests, { plot, discs, busy: [{ lines: lines.flat(), cost: 3 }] });
  return places.flatMap((place, index) => nameMarks(place, labels[index].name, labels[index].colour));
}
