// The sharpness along a run, the largest eigenvalue of the full loss's Hessian, against the limit of the rule in use. It is
// measured only while a view shows it, a few times a second, each search from the direction that was found last.

import type { RemoteTrainer } from '../training/run/remoteTrainer.ts';
import type { Vector } from '../training/vector.ts';
import { withPoint } from './curvaturePoints.ts';
import { stableCurvature } from './stability.ts';
import type { LabState } from './store.ts';

/** Milliseconds between two measurements of a run that goes on. */
const pace = 300;

export class Curvatures {
  private direction: Vector | null = null;
  private measured: Vector | null = null;
  private nextAt = 0;
  private readonly now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /** The request that is due, or null. */
  next({
    wantsCurvature,
    curvature,
    detail,
    status,
    config,
    hyperparameters,
  }: LabState): ((trainer: RemoteTrainer) => Promise<(now: LabState) => Partial<LabState>>) | null {
    if (!wantsCurvature || detail === null || !detail.weights.every(Number.isFinite)) return null;
    if (this.measured === detail.weights && curvature.length > 0) return null;
    if (status === 'running' && this.now() < this.nextAt) return null;
    const { weights, step, optimizerValues, learningRate } = detail;
    return async (trainer) => {
      const from = this.direction?.length === weights.length ? this.direction : null;
      const { largest, direction } = await trainer.curvature({ weights, from });
      const limit = stableCurvature(config.optimizer, optimizerValues, learningRate, hyperparameters);
      return (now) => {
        this.direction = direction;
        this.measured = weights;
        this.nextAt = this.now() + pace;
        // Steps may have been taken back meanwhile.
        return step > now.stepCount ? {} : { curvature: withPoint(now.curvature, { step, largest, limit }) };
      };
    };
  }
}
