// The long computations of the comparison for the components below.

import { useStore } from 'zustand';
import type { Studies, StudiesState } from '../../lab/compare/studies.ts';
import { useRace } from './useRace.ts';

export const useStudies = (): Studies => useRace().studies;

export function useStudyState<Part>(select: (state: StudiesState) => Part): Part {
  return useStore(useStudies().store, select);
}
