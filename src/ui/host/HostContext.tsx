// The wishes of the page around this one, for the components below.

import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { createHostStore, type HostStore, type HostWishes, isHidden, isLocked, noWishes } from '../../embed/wishes.ts';

export const HostContext = createContext<HostStore>(createHostStore(noWishes));

/** A part of the host's wishes; the component renders again when it changes. */
export function useHostWishes<Part>(select: (wishes: HostWishes) => Part): Part {
  return useStore(use(HostContext), select);
}

export const useIsHidden = (name: string): boolean => useHostWishes((wishes) => isHidden(wishes, name));
export const useIsLocked = (name: string): boolean => useHostWishes((wishes) => isLocked(wishes, name));
