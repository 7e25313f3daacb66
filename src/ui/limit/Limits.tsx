// What is known of the learning rate's limits, loaded with the first step or the first question about them.

import { useLabState } from '../LabContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';

const LimitKeeper = lazyPart(() => import('./LimitKeeper.tsx'), 'LimitKeeper');

export function Limits() {
  const isNeeded = useLabState(({ limits, stepCount }) => limits.areExplained || stepCount > 0);
  return (
    isNeeded && (
      <Part around={null}>
        <LimitKeeper />
      </Part>
    )
  );
}
