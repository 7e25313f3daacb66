// The run itself in weight space: the step about to be taken, and the last stretch of the path.

import type { Busy } from '../../drawing/placeLabels.ts';
import { ownPath, pathEnd, pathEndMark } from '../../drawing/scenePath.ts';
import { type ArrowKind, arrowKinds, hasEqualScales, type StepLook, stepMarks } from '../../drawing/sceneStep.ts';
import type { Segment, Viewport } from '../../drawing/viewport.ts';
import type { Phase } from '../../lab/store.ts';
import { axisNames } from './axisNames.ts';
import { presentWeights } from './presentWeights.ts';
import type { LayerOf, SceneSource } from './sceneSource.ts';

/** The arrows to be seen: all of them, or in slow motion what the phase has come to. */
function arrowsIn(phase: Phase | null): readonly ArrowKind[] {
  if (phase === null) return arrowKinds;
  return phase === 'update' ? ['update', 'batch'] : phase === 'backward' ? ['batch'] : [];
}

/** At more steps per second than this, names would only flicker. */
const fastestNamed = 4;

export function stepLook(viewport: Viewport, source: SceneSource): StepLook {
  const { state, text, scale } = source;
  const { plots } = text;
  const { phase, status, speed } = state;
  const shown = arrowsIn(phase);
  if (status === 'running' && speed > fastestNamed) return { scale, shown, names: null, notes: [] };
  return {
    ...{ scale, shown, busy: busyLines(viewport, source) },
    names: { update: plots.update, batch: plots.batchGradientArrow, full: plots.fullGradientArrow },
    notes: shown.includes('batch') ? notesOf(viewport, source) : [],
  };
}

function notesOf(viewport: Viewport, { state, text: { plots }, format, scale }: SceneSource): readonly string[] {
  const factor = viewport.scaleY / viewport.scaleX;
  const [nameX, nameY] = axisNames(state, plots);
  const [name, stretch] = factor > 1 ? [nameY, factor] : [nameX, 1 / factor];
  const plain = (value: number): string => (value < 1e-3 || value >= 1e5 ? format.number(value) : format.exact(value));
  return [
    ...(scale > 0 ? [plots.arrowScale(plain(scale))] : []),
    ...(hasEqualScales(viewport) ? [] : plots.axesDiffer({ name, factor: format.number(stretch) })),
  ];
}

/** So many of the last steps are kept free of names where they can be. */
const recentRows = 60;

/** The recent path, and the levels of the surface, which a name must not make unreadable. */
function busyLines({ x, y }: Viewport, { state, history, levels }: SceneSource): readonly Busy[] {
  const { path: rows } = history;
  const end = rows.rowsUpTo(state.cursor);
  const recent: Segment[] = [];
  for (let row = Math.max(1, end - recentRows); row < end; row++)
    recent.push([x(rows.x[row - 1]), y(rows.y[row - 1]), x(rows.x[row]), y(rows.y[row])]);
  const texts = levels.map(({ x: middle, y: height, angle, width }): Segment => {
    const [across, down] = [(Math.cos(angle) * width) / 2, (Math.sin(angle) * width) / 2];
    return [middle - across, height - down, middle + across, height + down];
  });
  return [
    { lines: texts, cost: 8 },
    { lines: recent, cost: 1.5 },
  ];
}

export const stepParts = ['detail', 'phase', 'speed', 'status'] as const;

export const stepLayer: LayerOf = (frame, source) => {
  const { detail } = source.state;
  return detail === null ? [] : stepMarks(frame, detail.seen, stepLook(frame.viewport, source));
};

export const pathEndParts = ['detail', 'cursor', 'config'] as const;

export const pathEndLayer: LayerOf = ({ viewport }, { state, history }) => {
  const { path } = history;
  const ends = pathEnd(viewport, path, path.rowsUpTo(state.cursor), presentWeights(state, history));
  return ends === null ? [] : [pathEndMark(ends, ownPath, 'path-end')];
};
