// Many runs in one plane, as marks: a letter beside each one's weights, the clouds that their noise fills, and the map of
// where starts lead.

import type { Point } from '../training/vector.ts';
import type { Colour, Mark } from './marks.ts';
import { type LabelRequest, placeLabels } from './placeLabels.ts';
import type { Frame } from './scene.ts';
import { drawEllipse, type HalfAxes } from './sceneNoise.ts';
import { leaderMark } from './sceneStep.ts';
import { discShape, Shape, shapeOf } from './shape.ts';
import { edgeMarker, grow, isInside, type Rectangle, type Viewport } from './viewport.ts';

export interface Runner {
  readonly letter: string;
  readonly colour: Colour;
  readonly at: Point;
  /** A word beside the letter, as where it diverged; empty for none. */
  readonly note: string;
}

/** Of the letter's ring, and of its letter's text. */
const radius = 7.5;
const letterSize = 10;
const noteGap = 12;
/** Of the room that the weights' own mark takes. */
const dotRadius = 7;

/** A letter at each runner's weights, or at the border towards them, on no other one. @param taken where names stand */
export function letterMarks(frame: Frame, runners: readonly Runner[], taken: readonly Rectangle[]): readonly Mark[] {
  const { plot } = frame.viewport;
  const placed = runners.map((runner) => ({ ...runner, place: placeOf(frame.viewport, runner.at) }));
  const requests = placed.map(
    ({ place: [x, y] }): LabelRequest => ({ width: 2 * radius, height: 2 * radius, x, y, dx: -1, dy: -1 }),
  );
  const discs = placed.map(({ place: [x, y] }) => ({ x, y, radius: dotRadius }));
  const places = placeLabels(requests, { plot, discs, taken });
  return placed.flatMap(({ letter, colour, note, place: [x, y] }, i) => {
    const box = places[i];
    const [middleX, middleY] =
      box === null || box === undefined ? [x, y] : [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const isRight = middleX > (plot.left + plot.right) / 2;
    const id = `contender-${letter}`;
    const marks: Mark[] = [
      { kind: 'shape', shape: discShape(middleX, middleY, radius), fill: 'paper', stroke: colour, width: 1.5, id },
      {
        ...{ kind: 'text', text: letter, x: middleX, y: middleY, anchor: 'middle', isBold: true },
        ...{ size: letterSize, colour },
      },
    ];
    if (box?.leader) marks.unshift(leaderMark(box.leader, colour));
    if (note !== '')
      marks.push({
        ...{ kind: 'text', text: note, y: middleY, anchor: isRight ? 'end' : 'start', isBold: true },
        ...{ x: middleX + (isRight ? -noteGap : noteGap), colour, halo: 'paper', id: `${id}-note` },
      });
    return marks;
  });
}

type Place = readonly [x: number, y: number];

/** The weights, or the border towards them. */
function placeOf(viewport: Viewport, [across, up]: Point): Place {
  const [x, y] = [viewport.x(across), viewport.y(up)];
  if (isInside(viewport.plot, x, y)) return [x, y];
  const inner = grow(viewport.plot, -12);
  const edge = edgeMarker(inner, x, y);
  return edge === null ? [inner.left, inner.top] : [edge.x, edge.y];
}

export interface RunCloud {
  readonly mean: Point;
  readonly ellipse: HalfAxes;
}

/** Where theory has the weights wander, and where they were measured to. */
export function cloudMarks(
  viewport: Viewport,
  { mean, ellipse }: RunCloud,
  kind: 'measured' | 'predicted',
): readonly Mark[] {
  const shape = shapeOf((outline) => drawEllipse(outline, viewport, mean, ellipse));
  const isMeasured = kind === 'measured';
  return [
    {
      ...{ kind: 'shape', shape, width: 2, id: `cloud-${kind}`, stroke: isMeasured ? 'weights' : 'full-gradient' },
      ...(!isMeasured && { dash: [6, 4] }),
    },
  ];
}

export interface StartMap {
  readonly columns: number;
  readonly rows: number;
  readonly domain: Viewport['view'];
  /** The colour of each cell, row by row from below; null for one that is left free. */
  readonly colours: readonly (Colour | null)[];
}

/** A shape for each colour: cells share whole pixels without gap or overlap. */
export function startMapMarks(viewport: Viewport, { columns, rows, domain, colours }: StartMap): readonly Mark[] {
  const x = (column: number): number =>
    Math.round(viewport.x(domain.x[0] + (column / columns) * (domain.x[1] - domain.x[0])));
  const y = (row: number): number => Math.round(viewport.y(domain.y[0] + (row / rows) * (domain.y[1] - domain.y[0])));
  const shapes = new Map<Colour, Shape>();
  for (const [cell, colour] of colours.entries()) {
    if (colour === null) continue;
    const shape = shapes.get(colour) ?? new Shape();
    shapes.set(colour, shape);
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    shape.rect(x(column), y(row + 1), x(column + 1) - x(column), y(row) - y(row + 1));
  }
  return Array.from(shapes, ([fill, shape]): Mark => ({ kind: 'shape', shape, fill, opacity: 0.55 }));
}
