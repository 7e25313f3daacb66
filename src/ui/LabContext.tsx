// The lab for the components below: each page, and each instance on a page, has its own.

import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Lab } from '../lab/lab.ts';
import type { LabState } from '../lab/store.ts';

export const LabContext = createContext<Lab | null>(null);

/** The lab's commands and log. */
export function useLab(): Lab {
  const lab = use(LabContext);
  if (lab === null) throw new Error('No lab above this component.');
  return lab;
}

/** A part of the lab's state; the component renders again when it changes. */
export function useLabState<Part>(select: (state: LabState) => Part): Part {
  return useStore(useLab().store, select);
}

/** The same for words and numbers: while a run goes on they change no more often than they can be read. */
export function useReadableState<Part>(select: (state: LabState) => Part): Part {
  return useStore(useLab().readable, select);
}
