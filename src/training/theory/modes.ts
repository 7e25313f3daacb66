// A linear rule on a quadratic loss, seen along one eigenvector of its Hessian: from one step to the next the distance from
// the minimum and its velocity go through the 2x2 map of
//   v' = m v + s c δ,   δ' = δ − rate v',   or with Nesterov   δ' = δ − rate (s' c δ + m v'),   s' = 1
// Without momentum that is δ' = (1 − rate c) δ. The size of the map's larger eigenvalue is the factor per step that remains.

import type { LinearRule } from '../optimizers/linearRule.ts';

/** @param curvature with the weight decay added */
export function modeFactor({ momentum, share, isNesterov }: LinearRule, rate: number, curvature: number): number {
  const fromVelocity = -rate * momentum * (isNesterov ? momentum : 1);
  const toWeights = -rate * (isNesterov ? 1 + momentum * share : share);
  const stays = 1 + toWeights * curvature;
  const half = (stays + momentum) / 2;
  const determinant = stays * momentum - fromVelocity * share * curvature;
  const inside = half * half - determinant;
  return inside < 0 ? Math.sqrt(determinant) : Math.abs(half) + Math.sqrt(inside);
}
