// Where each contender is now: its letter beside its weights, at the border where it has left the view, and the word where
// it diverged. Moved in a subscription, since it changes with every frame.

import { useLayoutEffect, useRef } from 'react';
import type { Palette } from '../../drawing/palette.ts';
import { edgeMarker, isInside, type Viewport } from '../../drawing/viewport.ts';
import type { RunView } from '../../lab/compare/race.ts';
import type { Weights } from '../../training/vector.ts';
import { useLab } from '../LabContext.tsx';
import { moveLine, showIf } from '../plots/moved.ts';
import { endOfPath } from '../plots/PathEnd.tsx';
import { usePlot } from '../plots/PlotContext.tsx';
import { Clouds } from './Clouds.tsx';
import css from './compare.module.css';
import { colourOf, patternOf } from './style.ts';
import { useRace, watchRace } from './useRace.ts';
import { useCompareText } from './words.ts';

const radius = 7.5;
const places = [0, 1, 2, 3, 4];

export function ContenderMarks() {
  const { viewport, palette } = usePlot();
  const race = useRace();
  const lab = useLab();
  const words = useCompareText();
  const group = useRef<SVGGElement>(null);
  const ends = useRef<SVGGElement>(null);
  useLayoutEffect(() => {
    const update = (): void => {
      const runs = race.runs.filter(({ isShown }) => isShown);
      moveEnds(ends.current!, viewport, palette, runs);
      // A letter tells runs apart; a run alone needs none.
      const marked = race.store.getState().contenders.length > 0 ? runs.filter(({ slot }) => slot !== null) : [];
      places.forEach((place) => {
        const mark = group.current!.children[place];
        const run = marked[place];
        showIf(mark as SVGElement, run !== undefined);
        if (run === undefined) return;
        const isDiverged = run.end === 'diverged' && run.cursor === run.history.count;
        const [x, y, isOut] = placeOf(viewport, run);
        mark.setAttribute('transform', `translate(${x} ${y})`);
        mark.setAttribute('data-contender', run.letter);
        (mark as SVGGElement).style.color = palette[colourOf(run)];
        const [letter, label] = mark.querySelectorAll('text');
        letter.textContent = run.letter;
        label.textContent = isDiverged ? words.divergedMark(run.letter) : '';
        label.setAttribute('text-anchor', x > (viewport.plot.left + viewport.plot.right) / 2 ? 'end' : 'start');
        label.setAttribute('x', x > (viewport.plot.left + viewport.plot.right) / 2 ? '-12' : '12');
        mark.toggleAttribute('data-outside', isOut);
      });
    };
    update();
    return watchRace(race, lab, update);
  }, [race, lab, viewport, palette, words]);
  return (
    <>
      <Clouds />
      <g ref={ends} className={css.pathEnds}>
        {places.map((place) => (
          <line key={place} data-testid="contender-path-end" />
        ))}
      </g>
      <g ref={group} className={css.marks}>
        {places.map((place) => (
          <g key={place} visibility="hidden">
            <circle r={radius} />
            <text className={css.letter} dy="0.34em" />
            <text className={css.markLabel} dy="0.34em" />
          </g>
        ))}
      </g>
    </>
  );
}

/** Draws the last stretch of each path, as `PathEnd` does for the page's own. */
function moveEnds(group: SVGGElement, viewport: Viewport, palette: Palette, runs: readonly RunView[]): void {
  const others = runs.filter(({ slot }) => slot !== 0 && slot !== null);
  places.forEach((place) => {
    const line = group.children[place] as SVGLineElement;
    const run = others[place];
    const segment = run === undefined ? null : endOfPath(viewport, run.history, run.cursor, weightsAt(run));
    showIf(line, segment !== null);
    if (segment === null) return;
    moveLine(line, segment);
    line.style.stroke = palette[colourOf(run)];
    line.style.strokeDasharray = patternOf(run).join(' ');
  });
}

/** Beside the weights at the run's cursor, or at the border towards them. */
function placeOf(viewport: Viewport, run: RunView): readonly [x: number, y: number, isOut: boolean] {
  const [w1, w2] = weightsAt(run);
  const [x, y] = [viewport.x(w1), viewport.y(w2)];
  const { plot } = viewport;
  if (isInside(plot, x, y)) {
    // Off the arrows, which lead down the slope, and off the page's own handle.
    const shift = run.slot === 0 ? 15 : 11;
    return [Math.max(plot.left + radius, x - shift), Math.max(plot.top + radius, y - shift), false];
  }
  const inner = { left: plot.left + 12, top: plot.top + 12, right: plot.right - 12, bottom: plot.bottom - 12 };
  const edge = edgeMarker(inner, x, y);
  return edge === null ? [inner.left, inner.top, true] : [edge.x, edge.y, true];
}

/** The weights after the run's steps up to its cursor. */
export function weightsAt({ history, config, cursor }: RunView): Weights {
  const known = history.weightsNear(Math.min(cursor, history.count));
  return known === null ? config.start : history.path.pointOf(known);
}
