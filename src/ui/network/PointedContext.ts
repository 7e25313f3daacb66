// What the pointer or the keyboard is at in the picture of a network: one small store for each picture, so that nothing but
// what shows it is drawn again.

import { createContext, use } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { NetworkPart } from '../../drawing/networkPlan.ts';

export interface Pointed {
  /** Under the pointer, else where the keyboard is; null where neither is. */
  readonly part: NetworkPart | null;
}

export type PointedStore = StoreApi<Pointed>;

export const createPointed = (): PointedStore => createStore<Pointed>(() => ({ part: null }));

export const PointedContext = createContext<PointedStore | null>(null);

export function usePointedStore(): PointedStore {
  const store = use(PointedContext);
  if (store === null) throw new Error('No picture of a network around this.');
  return store;
}

export const usePointed = (): NetworkPart | null => useStore(usePointedStore(), ({ part }) => part);
