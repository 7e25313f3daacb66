// Where each contender is now: its letter beside its weights, at the border where it has left the view, and the word where
// it diverged. Moved in a subscription, since it changes with every frame.

import { useCallback, useLayoutEffect, useRef } from 'react';
import type { Mark } from '../../drawing/marks.ts';
import { pathEnd, pathEndMark } from '../../drawing/scenePath.ts';
import { letterMarks } from '../../drawing/sceneRace.ts';
import { stepLabels } from '../../drawing/sceneStep.ts';
import type { Race } from '../../lab/compare/race.ts';
import { pointAt } from '../../lab/compare/raceState.ts';
import { useLab } from '../LabContext.tsx';
import { MarksGroup } from '../plots/MarksGroup.ts';
import { type PlotFrame, usePlot } from '../plots/PlotContext.tsx';
import css from '../plots/plots.module.css';
import { useSceneSource } from '../plots/StateMarks.tsx';
import { useScenePart } from '../plots/scene.ts';
import type { SceneSource } from '../plots/sceneSource.ts';
import { stepLook } from '../plots/stepLayer.ts';
import { Clouds } from './Clouds.tsx';
import { colourOf, contenderStyle } from './style.ts';
import { useRace, watchRace } from './useRace.ts';
import { type CompareText, useCompareText } from './words.ts';

export function ContenderMarks() {
  const frame = usePlot();
  const sourceIn = useSceneSource();
  const race = useRace();
  const lab = useLab();
  const words = useCompareText();
  const group = useRef<SVGGElement>(null);
  useScenePart(
    'contenders',
    useCallback((other) => [{ marks: contenderMarks(other, sourceIn(other)(), race, words) }], [sourceIn, race, words]),
  );
  useLayoutEffect(() => {
    if (group.current === null) return;
    const marks = new MarksGroup(group.current);
    const source = sourceIn(frame);
    const update = (): void => marks.show(contenderMarks(frame, source(), race, words));
    update();
    const end = watchRace(race, lab, update);
    return () => {
      end();
      marks.show([]);
    };
  }, [race, lab, frame, sourceIn, words]);
  return (
    <>
      <Clouds />
      <g ref={group} className={css.marks} />
    </>
  );
}

/** The last stretch of each contender's path, and the letters, off the names of the page's own arrows. */
export function contenderMarks(frame: PlotFrame, source: SceneSource, race: Race, words: CompareText): readonly Mark[] {
  const runs = race.runs.filter(({ isShown }) => isShown);
  const ends = runs.flatMap((run): readonly Mark[] => {
    if (run.slot === 0 || run.slot === null) return [];
    const { path } = run.history;
    const at = pointAt(run);
    if (at === null) return [];
    const segment = pathEnd(frame.viewport, path, path.rowsUpTo(run.cursor), at);
    return segment === null ? [] : [pathEndMark(segment, contenderStyle(run), 'contender-path-end')];
  });
  // A letter tells runs apart; a run alone needs none.
  if (race.store.getState().contenders.length === 0) return ends;
  const { detail } = source.state;
  const names = detail === null ? [] : stepLabels(frame, detail.seen, stepLook(frame.viewport, source));
  const runners = runs.flatMap((run) => {
    const at = pointAt(run);
    if (run.slot === null || at === null) return [];
    const isDiverged = run.end === 'diverged' && run.cursor === run.history.count;
    const note = isDiverged ? words.divergedMark(run.letter) : '';
    return [{ letter: run.letter, colour: colourOf(run), at, note }];
  });
  return [...ends, ...letterMarks(frame, runners, names)];
}
