// The directions in which the loss curves most and least at the weights, on the map, while the limit is explained.

import { useMemo } from 'react';
import { limitDirectionMarks } from '../../drawing/sceneLimit.ts';
import { stepLabels } from '../../drawing/sceneStep.ts';
import { StateSvg } from '../plots/StateMarks.tsx';
import type { LayerOf } from '../plots/sceneSource.ts';
import { stepLook } from '../plots/stepLayer.ts';
import { type LimitText, useLimitText } from './words.ts';

const shownHere = ['limits', 'detail', 'phase', 'status'] as const;

export function LimitDirections() {
  const words = useLimitText();
  const layer = useMemo(() => limitLayer(words), [words]);
  return <StateSvg part="limit" shown={shownHere} marksOf={layer} />;
}

export function limitLayer(words: LimitText): LayerOf {
  return (frame, source) => {
    const { detail, limits } = source.state;
    const { account } = limits;
    if (account === null || detail === null) return [];
    const taken = stepLabels(frame, detail.seen, stepLook(frame.viewport, source));
    const directions = [
      { direction: account.steepest.direction, name: words.steepest },
      { direction: account.flattest.direction, name: words.flattest },
    ] as const;
    return limitDirectionMarks(frame, detail.seen.weights, directions, taken);
  };
}
