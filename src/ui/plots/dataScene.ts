// What data space shows for a problem: which picture, which model or network, and which part of the plane.

import { domainOfAll, paddedExtent } from '../../drawing/examples.ts';
import { heightOf, type Rectangle, widthOf } from '../../drawing/viewport.ts';
import { networkIn } from '../../lab/network.ts';
import { shownView, withEqualScales } from '../../lab/view.ts';
import type { Examples } from '../../training/examples.ts';
import type { LossId } from '../../training/losses/index.ts';
import type { Model } from '../../training/model.ts';
import { models } from '../../training/models/index.ts';
import type { Network } from '../../training/network/network.ts';
import { dataView as networkView } from '../../training/network/networkData.ts';
import { resolvePair, type Setting } from '../../training/run/configuration.ts';
import { isOwnRun } from '../../training/run/ownRuns.ts';
import type { RunConfig } from '../../training/run/run.ts';
import type { Domain, Weights } from '../../training/vector.ts';

export type DataScene = PairScene | NetworkScene;

/**
 * `curve`: one feature against the target. `location`: points with the weights among them. `classes`: two classes and
 * the boundary between them. `residuals`: points of a plane whose prediction is too high or too low.
 */
export type PairKind = 'curve' | 'location' | 'classes' | 'residuals';

/**
 * `function`: one feature against the target. `regions`: points of a class each, of two features or one. `height`: points of
 * two features, each with a number.
 */
export type NetworkKind = 'function' | 'regions' | 'height';

export interface PairScene {
  readonly kind: PairKind;
  readonly model: Model;
  readonly loss: LossId;
  /** What the classes are called, where they have names. */
  readonly classNames: readonly string[];
  /** The problem's start, which `location` keeps in view. */
  readonly start: Weights;
  readonly examples: Examples | null;
}

export interface NetworkScene {
  readonly kind: NetworkKind;
  readonly network: Network;
  /** Whether the data have one feature, so that the second axis is their target. */
  readonly isOnLine: boolean;
  readonly classNames: readonly string[];
  readonly examples: Examples | null;
  /** Those held out; null where none are. */
  readonly test: Examples | null;
  /** Whether the examples are the reader's own, or arranged in another way, so that they lie anywhere. */
  readonly isAnywhere: boolean;
}

/** Whether data space shows one feature of the examples against their target. */
export const isAgainstTarget = (scene: DataScene): boolean =>
  'network' in scene ? scene.isOnLine : scene.kind === 'curve';

export function dataScene(
  config: Pick<RunConfig, 'problem' | 'settings' | 'data' | 'arrangement'>,
  examples: Examples | null,
  test: Examples | null,
): DataScene {
  const network = networkIn(config);
  const classNames = config.data?.classes ?? [];
  if (network === null) return { ...pairScene(resolvePair(config), examples), classNames };
  return {
    ...{ kind: networkKind(config, network), network, isOnLine: hasOneFeature(config, network) },
    ...{ classNames, examples, test, isAnywhere: isOwnRun(config) },
  };
}

export const networkKind = ({ data }: Pick<RunConfig, 'data'>, { spec }: Network): NetworkKind =>
  spec.classes > 0 ? 'regions' : data?.x[0].length === 2 ? 'height' : 'function';

/** Whether the data of a network have one feature, so that the second axis is their target. */
export const hasOneFeature = (config: Pick<RunConfig, 'data'>, network: Network): boolean =>
  networkKind(config, network) === 'function' || config.data?.x[0].length === 1;

function pairScene({ problem, settings, model }: Setting, examples: Examples | null): Omit<PairScene, 'classNames'> {
  const loss = problem.loss(settings);
  const parted = loss === 'bce' || loss === 'hinge' ? 'classes' : 'residuals';
  const kind = model === models.location ? 'location' : model.features === 1 ? 'curve' : parted;
  return { kind, model, loss, start: problem.start(settings), examples };
}

/**
 * The part of the plane around all examples. In pictures of two features both axes have the same scale, unless one of them
 * would be a line.
 */
export function dataView(scene: DataScene, plot: Rectangle): Domain {
  if ('network' in scene) return networkDomain(scene, plot);
  const { kind, examples, start, loss } = scene;
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
  return shownView({ x, y }, widthOf(plot) / heightOf(plot));
}

/** Data for networks have a part of the plane of their own; what noise carried beyond it is out of the picture. */
function networkDomain(scene: NetworkScene, plot: Rectangle): Domain {
  const { kind, examples, isAnywhere } = scene;
  if (isAnywhere) return ownDomain(scene, plot);
  if (kind === 'regions') return withEqualScales(networkView, widthOf(plot) / heightOf(plot));
  const targets = examples === null ? [] : examples.y.subarray(0, examples.count);
  return { x: networkView.x, y: paddedExtent([...targets, -1, 1], 0.14) };
}

function ownDomain({ isOnLine, examples, test }: NetworkScene, plot: Rectangle): Domain {
  const view = domainOfAll([examples, test], isOnLine ? 'y' : 'x2');
  return isOnLine ? view : shownView(view, widthOf(plot) / heightOf(plot));
}
