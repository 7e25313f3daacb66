// The long computations of the comparison for the components below.

import { useStore } from 'zustand';
import { type Studies, type StudiesState, studiesOf } from '../../lab/compare/studies.ts';
import { useLab } from '../LabContext.tsx';

export const useStudies = (): Studies => studiesOf(useLab());

export function useStudyState<Part>(select: (state: StudiesState) => Part): Part {
  return useStore(useStudies().store, select);
}
