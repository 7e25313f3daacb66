// Why a run diverged, as far as its last state says, and a learning rate at which it would not have.

import type { LabState } from '../../lab/store.ts';
import { losses } from '../../training/losses/index.ts';
import { resolveProblem } from '../../training/run/configuration.ts';
import { selectStabilityLimit } from '../controls/stabilityMark.ts';

/**
 * `notANumber`: the rule divided 0 by 0. `climbing`: it was told to, and the loss has no top. `carriedOff`: it was told
 * to where the loss has a top, in steps too long for it. `aboveLimit`: the rate of the step is beyond the stability
 * limit, and the curvature far out is that of the valley. `tooFast`: none of these.
 */
export type Divergence = 'notANumber' | 'climbing' | 'carriedOff' | 'aboveLimit' | 'tooFast';

/** No loss that stays bounded here comes anywhere near. */
const highLoss = 1e3;

/** The learning-rate slider's lower end. */
const smallestRate = 1e-4;

export function selectDivergence(state: LabState): Divergence {
  const { config, detail } = state;
  if (detail === null) return 'tooFast';
  if (detail.update.some(Number.isNaN) && detail.gradient.every(Number.isFinite)) return 'notANumber';
  const isHigh = !(detail.fullLoss < highLoss);
  if (detail.optimizerValues.maximize === true) return isHigh ? 'climbing' : 'carriedOff';
  const setting = resolveProblem(config);
  // A squared distance, which is its own loss, curves the same everywhere as well.
  const isValleyEverywhere = setting.model.isLinear || setting.loss === losses.identity;
  const limit = selectStabilityLimit(state) ?? Number.POSITIVE_INFINITY;
  return isValleyEverywhere && detail.learningRate > limit ? 'aboveLimit' : 'tooFast';
}

/** A base rate that holds: half the limit where that is known, elsewhere a quarter; null where no rate would help. */
export function selectSmallerRate(state: LabState): number | null {
  const divergence = selectDivergence(state);
  if (divergence === 'notANumber' || divergence === 'climbing') return null;
  const { learningRate } = state.hyperparameters;
  const share = divergence === 'aboveLimit' ? selectStabilityLimit(state)! / (2 * state.detail!.learningRate) : 1 / 4;
  return Math.max(smallestRate, Number((learningRate * share).toPrecision(2)));
}
