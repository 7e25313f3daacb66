// The words of the surface in depth, which come with it.

import type { depth as english } from '../text/en/depth.ts';
import { lazyWords } from '../text/lazyWords.ts';

export type DepthText = typeof english;

export const useDepthText = lazyWords<'depth', DepthText>('depth', {
  en: () => import('../text/en/depth.ts'),
  de: () => import('../text/de/depth.ts'),
});
