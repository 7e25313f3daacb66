// The step about to be taken, at the weights: downhill along the mini-batch gradient and along the full gradient, and
// the update to scale with a ring where the weights will be. Moved in a subscription; nothing renders per step.

import { useLayoutEffect, useMemo, useRef } from 'react';
import { meanGradientLength } from '../../drawing/surface.ts';
import { type ArrowShape, downhill, gradientScale, type LabelRequest, placeLabels } from '../../drawing/vectors.ts';
import { clipSegment, isInside, type Rectangle, type Segment, type Viewport, widthOf } from '../../drawing/viewport.ts';
import type { LabState, Phase } from '../../lab/store.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import { Arrow, moveArrow } from './Arrow.tsx';
import { labelHeight, labelWidth } from './labels.ts';
import { showIf } from './moved.ts';
import { usePlot } from './PlotContext.tsx';
import css from './plots.module.css';

const updateShape: ArrowShape = { headLength: 12, headWidth: 11 };
const gradientShape: ArrowShape = { headLength: 8, headWidth: 7 };
/** Shorter arrows carry no label. */
const shortestNamed = 6;
/** How much wider the labels' weight is than what their width is measured in. */
const bolder = 1.08;
/** At more steps per second than this, labels would only flicker. */
const fastestNamed = 4;

interface Arrows {
  readonly batch: Segment;
  readonly full: Segment;
  readonly update: Segment;
}

/** In smaller plots the arrows need all the room. */
const leastWidthForScale = 240;

/** @param scale what gradients are multiplied by before they are drawn like vectors of weights */
function pendingArrows(viewport: Viewport, detail: StepDetail, scale: number): Arrows {
  const { weights, update, gradient, fullGradient } = detail.seen;
  const [x, y] = [viewport.x(weights[0]), viewport.y(weights[1])];
  const [batchX, batchY] = downhill(viewport, gradient, scale);
  const [fullX, fullY] = downhill(viewport, fullGradient, scale);
  return {
    batch: [x, y, x + batchX, y + batchY],
    full: [x, y, x + fullX, y + fullY],
    update: [x, y, viewport.x(weights[0] + update[0]), viewport.y(weights[1] + update[1])],
  };
}

/** The part of a step that moves the arrows or their labels. */
const isSamePicture = (a: LabState, b: LabState): boolean =>
  a.detail === b.detail &&
  a.phase === b.phase &&
  a.speed === b.speed &&
  (a.status === 'running') === (b.status === 'running');

/** The arrows to be seen: all of them, or in slow motion what the phase has come to. */
const isShown = (arrow: keyof Arrows, phase: Phase | null): boolean =>
  phase === null || (phase === 'backward' && arrow === 'batch') || (phase === 'update' && arrow !== 'full');

export function PendingStep() {
  const { viewport } = usePlot();
  const { store } = useLab();
  const surface = useLabState((state) => state.surface);
  const meanLength = useMemo(() => (surface === null ? 0 : meanGradientLength(surface, viewport)), [surface, viewport]);
  const group = useRef<SVGGElement>(null);
  const arrows = {
    update: useRef<SVGGElement>(null),
    batch: useRef<SVGGElement>(null),
    full: useRef<SVGGElement>(null),
  };
  const ghost = useRef<SVGCircleElement>(null);
  const scaleNote = useRef<SVGTextElement>(null);
  const { arrowScale } = useText().plots;
  const format = useFormats();
  const labels = useLabels();
  const { update: updateRef, batch: batchRef, full: fullRef } = arrows;
  const { show: showLabels } = labels;
  useLayoutEffect(() => {
    const move = (state: LabState): void => {
      showIf(group.current, state.detail !== null);
      if (state.detail === null) return;
      const { plot } = viewport;
      const { gradient, fullGradient } = state.detail.seen;
      const scale = gradientScale(viewport, [gradient, fullGradient], meanLength);
      const ends = pendingArrows(viewport, state.detail, scale);
      const { phase } = state;
      const isNamed = state.status !== 'running' || state.speed <= fastestNamed;
      moveArrow(updateRef.current, plot, isShown('update', phase) ? ends.update : null, updateShape, isNamed);
      moveArrow(batchRef.current, plot, isShown('batch', phase) ? ends.batch : null, gradientShape, isNamed);
      moveArrow(fullRef.current, plot, isShown('full', phase) ? ends.full : null, gradientShape, isNamed);
      moveGhost(ghost.current, plot, isShown('update', phase) ? ends.update : null);
      stackByLength(updateRef.current, batchRef.current, ends);
      showLabels(isNamed ? ends : null, plot, phase);
      const isScaled = isNamed && scale > 0 && isShown('batch', phase) && widthOf(plot) >= leastWidthForScale;
      if (scaleNote.current !== null) scaleNote.current.textContent = isScaled ? arrowScale(format.number(scale)) : '';
    };
    move(store.getState());
    return store.subscribe((state, before) => {
      if (!isSamePicture(state, before)) move(state);
    });
  }, [viewport, store, meanLength, updateRef, batchRef, fullRef, showLabels, arrowScale, format]);
  return (
    <g ref={group} visibility="hidden">
      <circle ref={ghost} r={6} className={css.ghost} data-quantity="update" data-testid="next-weights" />
      <Arrow ref={fullRef} quantity="full-gradient" testId="arrow-full-gradient" />
      <Arrow ref={batchRef} quantity="batch-gradient" testId="arrow-batch-gradient" />
      <Arrow ref={updateRef} quantity="update" testId="arrow-update" />
      {labels.element}
      <text ref={scaleNote} className={css.scaleNote} x={viewport.plot.left + 6} y={viewport.plot.bottom - 7} />
    </g>
  );
}

/** For plain SGD both arrows lie on one line: the shorter one is drawn over the longer. */
function stackByLength(update: SVGGElement | null, batch: SVGGElement | null, ends: Arrows): void {
  if (update === null || batch === null) return;
  const lengthOf = ([x1, y1, x2, y2]: Segment): number => Math.hypot(x2 - x1, y2 - y1);
  const [lower, upper] = lengthOf(ends.update) > lengthOf(ends.batch) ? [update, batch] : [batch, update];
  if (lower.nextSibling !== upper) lower.after(upper);
}

function moveGhost(ghost: SVGCircleElement | null, plot: Rectangle, update: Segment | null): void {
  const [, , x, y] = update ?? [];
  const isVisible = x !== undefined && y !== undefined && isInside(plot, x, y);
  showIf(ghost, isVisible);
  if (!isVisible) return;
  ghost?.setAttribute('cx', String(x));
  ghost?.setAttribute('cy', String(y));
}

/** The words at the tips: an element to render once, and a function that puts them in place. */
function useLabels() {
  const { plots } = useText();
  const group = useRef<SVGGElement>(null);
  const names = useMemo(() => [plots.update, plots.batchGradientArrow, plots.fullGradientArrow], [plots]);
  const show = useMemo(
    () =>
      (arrows: Arrows | null, plot: Rectangle, phase: Phase | null): void => {
        const texts = group.current?.children;
        if (texts === undefined) return;
        const ends = (['update', 'batch', 'full'] as const).map((arrow) =>
          arrows !== null && isShown(arrow, phase) ? arrows[arrow] : null,
        );
        const places = placeArrowLabels(ends, names, plot);
        for (const [i, text] of [...texts].entries()) {
          const place = places[i] ?? null;
          showIf(text as SVGElement, place !== null);
          if (place === null) continue;
          text.setAttribute('x', String((place.left + place.right) / 2));
          text.setAttribute('y', String(place.bottom - 3.5));
        }
      },
    [names],
  );
  const element = (
    <g ref={group} className={css.labels}>
      {['update', 'batch-gradient', 'full-gradient'].map((quantity, i) => (
        <text key={quantity} data-quantity={quantity} style={{ fill: `var(--${quantity})` }}>
          {names[i]}
        </text>
      ))}
    </g>
  );
  return { show, element };
}

/** Places for the labels, the update's first; none for arrows too short to be named or wholly outside. */
function placeArrowLabels(
  ends: readonly (Segment | null)[],
  names: readonly string[],
  plot: Rectangle,
): (Rectangle | null)[] {
  const visible = ends.map((end) => (end?.every(Number.isFinite) ? clipSegment(plot, ...end) : null));
  const lines = visible.filter((line) => line !== null);
  const requests: LabelRequest[] = [];
  const owners: number[] = [];
  for (const [i, line] of visible.entries()) {
    if (line === null || Math.hypot(line[2] - line[0], line[3] - line[1]) < shortestNamed) continue;
    const [x1, y1, x, y] = line;
    requests.push({ width: bolder * labelWidth(names[i]) + 4, height: labelHeight, x, y, dx: x - x1, dy: y - y1 });
    owners.push(i);
  }
  const placed = placeLabels(requests, plot, lines);
  return visible.map((_, i) => placed[owners.indexOf(i)] ?? null);
}
