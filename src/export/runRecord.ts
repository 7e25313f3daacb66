// A run in full: from its configuration and edits, every step again, with the examples in each mini-batch and the
// optimizer's arguments in force. What the page keeps may be thinned; this never is.

import { epochOrder } from '../training/batches.ts';
import type { Examples } from '../training/examples.ts';
import type { FieldValues } from '../training/field.ts';
import { networkObjective } from '../training/objective/networkObjective.ts';
import type { Scaling } from '../training/ownData/scaling.ts';
import { heldOutOf, resolveProblem } from '../training/run/configuration.ts';
import { allocateSteps, type StepColumn, stepColumn, stepColumns } from '../training/run/log.ts';
import { Loop } from '../training/run/loop.ts';
import { giveNetworks } from '../training/run/networks.ts';
import { replay, rulesOf } from '../training/run/replay.ts';
import type { Edit, RunConfig, StepLayout } from '../training/run/run.ts';
import { type Setup, setUp } from '../training/run/setup.ts';
import { stepWriter } from '../training/run/stepWriter.ts';

export interface RunRecord {
  readonly config: RunConfig;
  /** The edits that acted in the recorded steps; the first is at step 0. */
  readonly edits: readonly Edit[];
  readonly examples: Examples;
  /** The same in the units of own data, and how they were brought to the scale of `examples`; null where they were not. */
  readonly measured: { readonly examples: Examples; readonly scaling: Scaling } | null;
  readonly layout: StepLayout;
  /** Number of steps recorded. */
  readonly count: number;
  /** Steps the run had taken when it was recorded; more than `count` when only its beginning was asked for. */
  readonly total: number;
  /** One number per step, as in `stepColumns`: weights before the step. */
  readonly columns: Readonly<Record<StepColumn, Float64Array>>;
  /** The optimizer's arguments at each step, all fields, schedule applied. */
  readonly optimizerValues: readonly FieldValues[];
  /** The indices of the examples in the mini-batch of a step, in its order. */
  batch(step: number): Int32Array;
  /** The weights after the last recorded step. */
  readonly finalWeights: readonly number[];
}

/**
 * Takes the first `steps` steps of a run again, or fewer when it diverges before.
 * @param edits the run's edits, the first at step 0
 * @param total the steps the run has taken, when `steps` are only its beginning
 */
export function recordRun(config: RunConfig, edits: readonly Edit[], steps: number, total = steps): RunRecord {
  giveNetworks(networkObjective);
  const setup = setUp(config);
  const loop = new Loop(setup);
  const { layout } = loop;
  const writeStep = stepWriter(layout);
  const buffer = allocateSteps(layout, steps);
  const rows = { firstStep: 0, buffer, capacity: steps };
  const offsets = new Int32Array(steps);
  const optimizerValues: FieldValues[] = [];
  const rules = rulesOf(config.optimizer, edits);
  loop.begin(rules[0].rule);
  replay(loop, rules, steps, () => {
    writeStep(loop, rows);
    offsets[loop.step] = loop.offset;
    optimizerValues.push(sameOrCopy(optimizerValues.at(-1), loop.values));
  });
  const count = loop.step;
  const taken = { firstStep: 0, count, layout, buffer, capacity: steps };
  const columns = Object.fromEntries(stepColumns(layout).map((name) => [name, stepColumn(taken, name)])) as Record<
    StepColumn,
    Float64Array
  >;
  const acting = edits.filter((edit) => edit.step < count || edit.step === 0);
  return {
    config,
    edits: acting,
    examples: setup.examples,
    measured: measuredOf(setup),
    layout,
    count,
    total,
    columns,
    optimizerValues: optimizerValues.slice(0, count),
    batch: batchReader(config, setup.examples.count, columns, offsets),
    finalWeights: [...loop.weights],
  };
}

const measuredOf = ({ config, scaling }: Setup): RunRecord['measured'] =>
  scaling === null ? null : { examples: heldOutOf(resolveProblem(config), config).examples, scaling };

/** The last values when nothing has changed, so that a long run holds few copies. */
function sameOrCopy(last: FieldValues | undefined, values: FieldValues): FieldValues {
  if (last !== undefined && Object.keys(values).every((name) => Object.is(last[name], values[name]))) return last;
  return { ...values };
}

/** Batches are cut from their epoch's order when asked for: the indices of a long full-batch run would fill the memory. */
function batchReader(
  config: RunConfig,
  examples: number,
  columns: Readonly<Record<StepColumn, Float64Array>>,
  offsets: Int32Array,
): (step: number) => Int32Array {
  const order = new Int32Array(examples);
  let orderEpoch = -1;
  return (step) => {
    const epoch = columns.epoch[step];
    if (epoch !== orderEpoch) epochOrder(config.seed, config.sampling, epoch, order);
    orderEpoch = epoch;
    const offset = offsets[step];
    return order.slice(offset, offset + columns.batchSize[step]);
  };
}

/** More indices than this would make a file of tens of megabytes: then files leave the batches out. */
export const mostIndices = 2_000_000;

/** Whether a file holds the batches of this run. */
export const writesBatches = ({ columns }: RunRecord): boolean =>
  columns.batchSize.reduce((sum, size) => sum + size, 0) <= mostIndices;
