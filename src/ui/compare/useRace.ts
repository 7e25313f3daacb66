// The comparison for the components below: its state, and its runs as often as a reader can follow.

import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { Gathering } from '../../lab/compare/gathering.ts';
import { type Race, raceOf } from '../../lab/compare/race.ts';
import type { RaceState, RunView } from '../../lab/compare/raceState.ts';
import type { Lab } from '../../lab/lab.ts';
import { isGlanced } from '../../lab/paces.ts';
import { glancingTime } from '../../lab/readable.ts';
import type { LabState } from '../../lab/store.ts';
import { type Interval, perFrame } from '../../lab/throttled.ts';
import { useLab } from '../LabContext.tsx';

/** Milliseconds between two renderings of numbers that change with every frame. */
const renderInterval = 150;

export const useRace = (): Race => raceOf(useLab());

/** A part of the comparison's state; the component renders again when it changes. */
export function useRaceState<Part>(select: (state: RaceState) => Part): Part {
  return useStore(useRace().store, select);
}

/** What a picture of the comparison shows of the page's own run. */
const shownParts = [
  'cursor',
  'stepCount',
  'fullLossCount',
  'status',
  'config',
  'plane',
  'hyperparameters',
] as const satisfies readonly (keyof LabState)[];

const gatherings = new WeakMap<Race, Gathering>();

/** The one that all pictures of a comparison wait for. */
function gatheringOf(race: Race, lab: Lab): Gathering {
  const known = gatherings.get(race);
  if (known !== undefined) return known;
  const gathering = new Gathering({
    isWhole: () => !race.followers.isAtWork,
    subscribe(onChange) {
      const ends = [
        race.store.subscribe(onChange),
        lab.store.subscribe((state, before) => {
          if (shownParts.some((key) => state[key] !== before[key])) onChange();
        }),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
  });
  gatherings.set(race, gathering);
  return gathering;
}

/**
 * Calls `onChange` in the frame after a change of a run, of the cursor, or of what is compared, however many there were,
 * and no sooner than `interval` milliseconds after the last call. Returns what ends it.
 */
export function watchRace(race: Race, lab: Lab, onChange: () => void, interval: Interval = 0): () => void {
  const task = perFrame(onChange, interval);
  const end = gatheringOf(race, lab).watch(task.take);
  return () => {
    end();
    task.cancel();
  };
}

/** All runs, a few times a second while they go on. */
export function useRuns(): readonly RunView[] {
  const race = useRace();
  const lab = useLab();
  const [change, setChange] = useState(0);
  useEffect(() => {
    const interval = (): number => (isGlanced(lab.store.getState()) ? glancingTime : renderInterval);
    // In the very frame, so that table and picture take one pass of style.
    return watchRace(race, lab, () => flushSync(() => setChange((count) => count + 1)), interval);
  }, [race, lab]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the runs change with every one of these changes
  return useMemo(() => race.runs, [race, change]);
}
