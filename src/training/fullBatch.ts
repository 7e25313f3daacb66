// All examples as one batch: the full loss and the full gradient, the mean over every example.

import type { Examples } from './examples.ts';
import type { Loss } from './loss.ts';
import type { Model } from './model.ts';
import type { Weights } from './vector.ts';
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

  /** @returns the gradient by w1 and w2 */
  gradientAt([w1, w2]: Weights): Weights {
    const { workspace } = this;
    workspace.lossAt(w1, w2);
    workspace.backward(w1, w2);
    return [workspace.gradient[0]!, workspace.gradient[1]!];
  }
}
