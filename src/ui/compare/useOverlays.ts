// What the comparison draws over weight space, for the components below.

import { type StoreApi, useStore } from 'zustand';
import type { Overlays } from '../../lab/compare/overlays.ts';
import { useRace } from './useRace.ts';

export const useOverlayStore = (): StoreApi<Overlays> => useRace().overlays;

export const useOverlay = <Part>(select: (overlays: Overlays) => Part): Part => useStore(useOverlayStore(), select);
