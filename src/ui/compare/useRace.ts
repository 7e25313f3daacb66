// The comparison for the components below: its state, and its runs as often as a reader can follow.

import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type Race, raceOf } from '../../lab/compare/race.ts';
import type { RaceState, RunView } from '../../lab/compare/raceState.ts';
import { perFrame, throttled } from '../../lab/throttled.ts';
import { useLab } from '../LabContext.tsx';

/** Milliseconds between two renderings of numbers that change with every frame. */
const renderInterval = 150;

export const useRace = (): Race => raceOf(useLab());

/** A part of the comparison's state; the component renders again when it changes. */
export function useRaceState<Part>(select: (state: RaceState) => Part): Part {
  return useStore(useRace().store, select);
}

/**
 * Calls `onChange` in the frame after a change of a run, of the cursor, or of what is compared, however many there were,
 * and no sooner than `interval` milliseconds after the last call. Returns what ends it.
 */
export function watchRace(
  race: Race,
  lab: ReturnType<typeof useLab>,
  onChange: () => void,
  interval?: number,
): () => void {
  const task = perFrame(onChange, interval);
  const ends = [
    race.store.subscribe(task.ask),
    lab.store.subscribe((state, before) => {
      if (
        state.cursor !== before.cursor ||
        state.stepCount !== before.stepCount ||
        state.fullLossCount !== before.fullLossCount ||
        state.status !== before.status ||
        state.config !== before.config ||
        state.plane !== before.plane ||
        state.hyperparameters !== before.hyperparameters
      )
        task.ask();
    }),
  ];
  return () => {
    task.cancel();
    for (const end of ends) end();
  };
}

/** All runs, a few times a second while they go on. */
export function useRuns(): readonly RunView[] {
  const race = useRace();
  const lab = useLab();
  const [change, setChange] = useState(0);
  useEffect(() => {
    const render = throttled(() => setChange((count) => count + 1), renderInterval);
    const end = watchRace(race, lab, render.ask);
    return () => {
      render.cancel();
      end();
    };
  }, [race, lab]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the runs change with every one of these changes
  return useMemo(() => race.runs, [race, change]);
}
