// Asks for the limit of the mini-batch whenever what it depends on changes and, while the limits are explained, for how the
// loss curves at the weights.

import { useEffect, useMemo } from 'react';
import { batchLimitQuestion } from '../../lab/batchLimit.ts';
import { hasLayers } from '../../lab/network.ts';
import type { LabState } from '../../lab/store.ts';
import type { LimitRequest } from '../../training/studies/limit.ts';
import type { StableRatesRequest } from '../../training/studies/questions.ts';
import { hasNoFixedLimit, selectStabilityLimit } from '../controls/stabilityMark.ts';
import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import { useAnswer } from '../useAnswer.ts';
import { LimitExplained } from './LimitExplained.tsx';

export function LimitKeeper() {
  const lab = useLab();
  const isExplained = useLabState((state) => state.limits.areExplained);
  const config = useLabState((state) => state.config);
  const hyperparameters = useLabState((state) => state.hyperparameters);
  const key = useMemo(() => batchLimitQuestion(config, hyperparameters), [config, hyperparameters]);
  const request = useMemo(() => (key === null ? null : (JSON.parse(key) as StableRatesRequest)), [key]);
  const rates = useAnswer('stableRates', request);
  const ofBatch = rates?.[0] ?? null;
  useEffect(() => {
    lab.setLimits({ ofBatch });
    return () => lab.setLimits({ ofBatch: null });
  }, [lab, ofBatch]);
  return isExplained && <Account isBatchKnown={key === null || rates !== null} />;
}

/** Whether there is no limit to explain, nor a rule that has none. */
const isPointless = (state: LabState): boolean =>
  state.detail !== null && selectStabilityLimit(state) === null && !hasNoFixedLimit(state);

function Account({ isBatchKnown }: { readonly isBatchKnown: boolean }) {
  const lab = useLab();
  const request = useLimitRequest();
  const account = useAnswer('limit', request);
  useEffect(() => {
    lab.setLimits({ account });
    return () => lab.setLimits({ account: null });
  }, [lab, account]);
  const isClosed = useLabState(isPointless);
  useEffect(() => {
    if (isClosed) lab.setLimits({ areExplained: false });
  }, [lab, isClosed]);
  return <LimitExplained account={account} isBatchKnown={isBatchKnown} />;
}

/** At the present weights; null where they are no numbers, or of a network, or where no rate settles. */
function useLimitRequest(): LimitRequest | null {
  const config = useReadableState((state) => state.config);
  const detail = useReadableState((state) => state.detail);
  const isRestless = useReadableState(({ hyperparameters }) => hyperparameters.forgetZeroGrad === true);
  return useMemo(() => {
    if (isRestless || detail === null || hasLayers(config) || !detail.weights.every(Number.isFinite)) return null;
    const { weights, optimizerValues, learningRate } = detail;
    return { config, weights: [weights[0], weights[1]], optimizerValues, learningRate };
  }, [config, detail, isRestless]);
}
