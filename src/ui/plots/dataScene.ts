// What data space shows for a problem: which picture, which model, and which part of the plane.

import { paddedExtent } from '../../drawing/examples.ts';
import { heightOf, type Rectangle, widthOf } from '../../drawing/viewport.ts';
import { withEqualScales } from '../../lab/view.ts';
import type { Examples } from '../../training/examples.ts';
import type { LossId } from '../../training/losses/index.ts';
import type { Model } from '../../training/model.ts';
import { models } from '../../training/models/index.ts';
import { resolvePair } from '../../training/run/configuration.ts';
import type { RunConfig } from '../../training/run/run.ts';
import type { Domain, Weights } from '../../training/vector.ts';

/**
 * `curve`: one feature against the target. `location`: points with the weights among them. `classes`: two classes and
 * the boundary between them. `residuals`: points of a plane whose prediction is too high or too low.
 */
export type SceneKind = 'curve' | 'location' | 'classes' | 'residuals';

export interface DataScene {
  readonly kind: SceneKind;
  readonly model: Model;
  readonly loss: LossId;
  /** The problem's start, which `location` keeps in view. */
  readonly start: Weights;
  readonly examples: Examples | null;
}

export function dataScene(
  id: RunConfig['problem'],
  values: RunConfig['settings'],
  examples: Examples | null,
): DataScene {
  const { problem, settings, model } = resolvePair({ problem: id, settings: values });
  const loss = problem.loss(settings);
  const parted = loss === 'bce' || loss === 'hinge' ? 'classes' : 'residuals';
  const kind = model === models.location ? 'location' : model.features === 1 ? 'curve' : parted;
  return { kind, model, loss, start: problem.start(settings), examples };
}

/** The part of the plane around all examples. In pictures of two features both axes have the same scale. */
export function dataView({ kind, examples, start, loss }: DataScene, plot: Rectangle): Domain {
  const column = (name: 'x1' | 'x2' | 'y'): number[] =>
    examples === null ? [] : Array.from(examples[name].subarray(0, examples.count));
  if (kind === 'curve') {
    const isProbability = loss === 'bce';
    return {
      x: paddedExtent(column('x1'), 0.06),
      y: paddedExtent([...column('y'), ...(isProbability ? [0, 1] : [])], 0.14),
    };
  }
  const around = kind === 'location' ? start : ([0, 0] as const);
  const x = paddedExtent([...column('x1'), around[0]], 0.08);
  const y = paddedExtent([...column('x2'), around[1]], 0.08);
  return withEqualScales({ x, y }, widthOf(plot) / heightOf(plot));
}
