// The wishes of the page around this one, for the components below.

import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { createHostStore, type HostStore, type HostWishes, isHidden, isLocked, noWishes } from '../../embed/wishes.ts';
import { isAsking } from '../../lab/lessonState.ts';
import { useLabState } from '../LabContext.tsx';

export const HostContext = createContext<HostStore>(createHostStore(noWishes));

/** A part of the host's wishes; the component renders again when it changes. */
export function useHostWishes<Part>(select: (wishes: HostWishes) => Part): Part {
  return useStore(use(HostContext), select);
}

export const useIsHidden = (name: string): boolean => useHostWishes((wishes) => isHidden(wishes, name));

/** Why the setting called `name` is fixed: by the host's wish, or as long as a question is asked about the run. */
export function useLock(name: string): 'host' | 'question' | null {
  const isAsked = useLabState((state) => isAsking(state.lesson));
  const isFixed = useHostWishes((wishes) => isLocked(wishes, name));
  return isFixed ? 'host' : isAsked ? 'question' : null;
}

export const useIsLocked = (name: string): boolean => useLock(name) !== null;
