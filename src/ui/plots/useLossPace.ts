// How often the losses are drawn.

import { useMemo } from 'react';
import { paceOf, viewPace } from '../../lab/paces.ts';
import { everyOtherFrame } from '../../lab/throttled.ts';
import { useLab } from '../LabContext.tsx';

/** Milliseconds between two pictures of the losses. */
export function useLossPace(): () => number {
  const lab = useLab();
  return useMemo(() => {
    const pace = paceOf(lab, viewPace);
    return () => Math.max(everyOtherFrame, pace());
  }, [lab]);
}
