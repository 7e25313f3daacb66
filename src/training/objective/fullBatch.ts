// All examples as one batch: the full loss and the full gradient, the mean over every example.

import type { Examples } from '../examples.ts';
import type { Loss } from '../loss.ts';
import type { Model } from '../model.ts';
import type { Weights } from '../vector.ts';
import { Workspace } from './workspace.ts';

export class FullBatch {
  private readonly workspace: Workspace;

  constructor(model: Model, loss: Loss, examples: Examples) {
    this.workspace = new Workspace(model, loss, examples.count);
    const inOrder = Int32Array.from({ length: examples.count }, (_, index) => index);
    this.workspace.sample(examples, inOrder, 0, examples.count);
  }

  lossAt([w1, w2]: Weights): number {
    return this.workspace.lossAt(w1, w2);
  }

  /** The loss, and its gradient by w1 and w2. */
  measureAt([w1, w2]: Weights): { readonly fullLoss: number; readonly fullGradient: Weights } {
    const { workspace } = this;
    const fullLoss = workspace.lossAt(w1, w2);
    workspace.backward(w1, w2);
    return { fullLoss, fullGradient: [workspace.gradient[0], workspace.gradient[1]] };
  }
}
