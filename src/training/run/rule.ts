// The update rule of a run: its optimizer with all arguments filled in and its learning-rate schedule.

import { checkFields, type FieldValue, withDefaults } from '../field.ts';
import type { Optimizer } from '../optimizer.ts';
import { type OptimizerId, optimizers } from '../optimizers/index.ts';
import { type LinearRule, linearRule } from '../optimizers/linearRule.ts';
import type { Schedule } from '../schedule.ts';
import { schedules } from '../schedules/index.ts';
import { withWarmup } from '../schedules/warmup.ts';
import type { RatesAhead } from './rest.ts';
import type { Hyperparameters } from './run.ts';

/** Steps or epochs that `ratesAhead` looks ahead. */
const countsAhead = 5000;

export class Rule {
  readonly optimizer: Optimizer;
  readonly hyperparameters: Hyperparameters;
  /** The optimizer's arguments; `rateAt` moves the momentum among them when the schedule does. */
  readonly values: Record<string, FieldValue>;
  /** Share of the weights that joins the gradient: 0 where decay acts on the weights directly, below 0 when climbing. */
  readonly coupledDecay: number;
  /** The length to which the sum of gradients is clipped, or null. */
  readonly clipNorm: number | null;
  /** Micro-batches to an update. */
  readonly accumulate: number;
  readonly forgetsZeroGrad: boolean;
  /** Whether the optimizer is given the gradient as it is: neither clipped nor joined to an older sum. */
  readonly isSumPlain: boolean;
  /** Whether it is moreover the gradient of a single batch. */
  readonly isPlain: boolean;
  private readonly schedule: Schedule;
  private readonly scheduleValues: Record<string, FieldValue>;
  private readonly isConstant: boolean;

  /** @throws RangeError when an argument is outside its range, saying which and why */
  constructor(optimizer: OptimizerId, hyperparameters: Hyperparameters) {
    const { learningRate, schedule } = hyperparameters;
    if (!(Number.isFinite(learningRate) && learningRate > 0))
      throw new RangeError(`The learning rate must be above 0, not ${learningRate}.`);
    if (!(Number.isInteger(schedule.warmup) && schedule.warmup >= 0))
      throw new RangeError(`The warm-up lasts a whole number of ${schedule.unit}s, not ${schedule.warmup}.`);
    const { clipNorm = null, accumulate = 1, forgetZeroGrad = false } = hyperparameters;
    if (clipNorm !== null && !(Number.isFinite(clipNorm) && clipNorm > 0))
      throw new RangeError(`Gradients are clipped to a length above 0, not ${clipNorm}.`);
    if (!(Number.isInteger(accumulate) && accumulate >= 1))
      throw new RangeError(`An update takes a whole number of micro-batches, 1 or more, not ${accumulate}.`);
    this.clipNorm = clipNorm;
    this.accumulate = accumulate;
    this.forgetsZeroGrad = forgetZeroGrad;
    this.isSumPlain = clipNorm === null && !forgetZeroGrad;
    this.isPlain = this.isSumPlain && accumulate === 1;
    this.hyperparameters = hyperparameters;
    this.optimizer = optimizers[optimizer];
    checkFields(this.optimizer.fields, hyperparameters.optimizer);
    this.values = withDefaults(this.optimizer.fields, hyperparameters.optimizer);
    this.optimizer.check?.(this.values);
    const isDecoupled = this.optimizer.isDecayDecoupled || this.values.decoupledWeightDecay === true;
    const decay = isDecoupled ? 0 : ((this.values.weightDecay as number | undefined) ?? 0);
    this.coupledDecay = this.values.maximize === true ? -decay : decay;
    this.schedule = schedules[schedule.kind];
    checkFields(this.schedule.fields, schedule.values);
    this.scheduleValues = withDefaults(this.schedule.fields, schedule.values);
    this.schedule.check?.(this.scheduleValues);
    this.isConstant =
      schedule.warmup === 0 &&
      this.schedule.momentum === undefined &&
      this.rateOf(0) === learningRate &&
      schedule.kind === 'constant' &&
      Object.keys(schedule.values).length === 0;
  }

  /** The rule as exact theory knows it; null where it is not linear in the gradients it has seen. */
  get linear(): LinearRule | null {
    return this.isPlain ? linearRule(this.optimizer, this.values) : null;
  }

  /** Effective learning rate of a step; sets the scheduled momentum in `values` where there is one. */
  rateAt(step: number, epoch: number): number {
    return this.isConstant ? this.hyperparameters.learningRate : this.scheduledRate(step, epoch);
  }

  /** Apart, so that the engine compiles the most frequent case into the loop. */
  private scheduledRate(step: number, epoch: number): number {
    const t = this.hyperparameters.schedule.unit === 'epoch' ? epoch : step;
    const field = this.optimizer.momentumField;
    const sinceWarmup = t - this.hyperparameters.schedule.warmup;
    if (field !== undefined && this.schedule.momentum !== undefined)
      this.values[field] = this.schedule.momentum(Math.max(0, sinceWarmup), this.scheduleValues) ?? this.values[field];
    return this.rateOf(t);
  }

  /** The rates from step `step` of epoch `epoch` on, over many steps or epochs, as the schedule counts. */
  ratesAhead(step: number, epoch: number): RatesAhead {
    const { learningRate, schedule } = this.hyperparameters;
    if (this.isConstant) return { highest: learningRate, sum: learningRate * countsAhead };
    const from = schedule.unit === 'epoch' ? epoch : step;
    let [highest, sum] = [0, 0];
    for (let t = from; t < from + countsAhead; t++) {
      const rate = this.rateOf(t);
      highest = Math.max(highest, rate);
      sum += rate;
    }
    return { highest, sum };
  }

  private rateOf(t: number): number {
    const { learningRate, schedule } = this.hyperparameters;
    return withWarmup(this.schedule, schedule.warmup, t, learningRate, this.scheduleValues);
  }
}
