// What a script has to compute, the same for every language: a model of two weights and its loss, or a network, in the
// notation of expression.ts, and the rule of the run.

import type { Examples } from '../../training/examples.ts';
import { type LossId, losses } from '../../training/losses/index.ts';
import { type ModelId, models } from '../../training/models/index.ts';
import type { ColumnScaling } from '../../training/ownData/scaling.ts';
import { present } from '../../training/present.ts';
import { resolvePair } from '../../training/run/configuration.ts';
import type { Hyperparameters, RunConfig } from '../../training/run/run.ts';
import type { Weights } from '../../training/vector.ts';
import type { RunRecord } from '../runRecord.ts';
import { type Assignment, type Expression, parseAssignment, parseExpression } from './expression.ts';
import { type Column, columnRemark, scalingOfColumn } from './ownColumns.ts';
import { type Kind, type RuleProgram, ruleOfConfiguration, ruleOfRecord } from './ruleProgram.ts';

export interface Program extends RuleProgram {
  readonly model: ModelId;
  readonly loss: LossId;
  readonly start: Weights;
  /** The columns of the examples that are used: x or x1 and x2, and y where the loss has a target. */
  readonly columns: readonly Column[];
  readonly forward: readonly Assignment[];
  readonly lossValue: Expression;
  readonly byPrediction: Expression;
  readonly backward: readonly Assignment[];
  readonly byWeights: readonly [Expression, Expression];
}

/** The program of a recorded run. */
export const programOf = (record: RunRecord): Program => pairProgram(record.config, ruleOfRecord(record));

/** The program of a configuration whose hyperparameters stay as they are. */
export const programOfConfiguration = (config: RunConfig, hyperparameters: Hyperparameters): Program =>
  pairProgram(config, ruleOfConfiguration(config, 2, hyperparameters));

function pairProgram(config: RunConfig, rule: RuleProgram): Program {
  const setting = resolvePair(config);
  const features = setting.model.features === 1 ? (['x'] as const) : (['x1', 'x2'] as const);
  const { forward, backward, byW1, byW2 } = setting.model.notation;
  const { value, byPrediction, usesTarget } = setting.loss.notation;
  const program = {
    ...rule,
    model: keyOf(models, setting.model) as ModelId,
    loss: keyOf(losses, setting.loss) as LossId,
    start: config.start,
    columns: usesTarget ? ([...features, 'y'] as const) : features,
    forward: forward.map(parseAssignment),
    lossValue: parseExpression(value),
    byPrediction: parseExpression(byPrediction),
    backward: backward.map(parseAssignment),
    byWeights: [parseExpression(byW1), parseExpression(byW2)] as const,
  };
  const inBatch = [...program.columns, ...[...program.forward, ...program.backward].map(({ name }) => name)];
  const kinds = new Map<string, Kind>(rule.kinds);
  for (const name of [...inBatch, 'byPrediction']) kinds.set(name, 'batch');
  return { ...program, kinds };
}

const keyOf = (registry: Readonly<Record<string, unknown>>, value: unknown): string =>
  present(Object.keys(registry).find((key) => registry[key] === value));

/** A column of the examples as a script writes it. */
export interface DataColumn {
  readonly name: Column;
  /** As they are trained on. */
  readonly numbers: Float64Array;
  /** Of own data: what the column is, where there is something to say of it. */
  readonly remark: string | null;
  /** Of own data: in their units, from which (number - shift) / scale are those; null where both are the same. */
  readonly measured: (ColumnScaling & { readonly numbers: Float64Array }) | null;
}

export function dataColumn(record: RunRecord, name: Column): DataColumn {
  const numbers = columnOf(record, name);
  const { measured, config } = record;
  const scaling = scalingOfColumn(name, measured?.scaling ?? null);
  const isScaled = scaling.shift !== 0 || scaling.scale !== 1;
  return {
    ...{ name, numbers },
    remark: config.data === undefined ? null : columnRemark(name, config.data, measured?.scaling ?? null),
    measured: measured !== null && isScaled ? { ...scaling, numbers: columnOf(measured, name) } : null,
  };
}

/** The numbers of a column of the examples; `x` is the only feature there is. */
export const columnOf = ({ examples }: { readonly examples: Examples }, column: Column): Float64Array =>
  examples[column === 'x' ? 'x1' : column].subarray(0, examples.count);
