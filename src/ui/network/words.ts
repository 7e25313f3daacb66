// The words of the views of a network, which come with these views.

import type { network as english } from '../text/en/network.ts';
import { lazyWords } from '../text/lazyWords.ts';

export type NetworkText = typeof english;

export const useNetworkText = lazyWords<'network', NetworkText>('network', {
  en: () => import('../text/en/network.ts'),
  de: () => import('../text/de/network.ts'),
});
