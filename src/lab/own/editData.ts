// Changes of the examples by hand, by text, and by arrangement. Other examples are another run, which begins at its start.

import { fieldProblem } from '../../training/field.ts';
import type { Arrangement } from '../../training/ownData/arrangements.ts';
import { dataOf, featuresOf, mostOwnExamples, type OwnData, ownDataProblem } from '../../training/ownData/ownData.ts';
import { type ProblemId, problems } from '../../training/problems/index.ts';
import { problemOf, resolveProblem } from '../../training/run/configuration.ts';
import { ownRuns } from '../../training/run/ownRuns.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { kindOf, misfit } from '../../training/theory/ownRun.ts';
import { defaultConfig, defaultHyperparameters, defaultStart, withinData } from '../defaults.ts';
import { keepingData } from '../keptData.ts';
import type { Lab } from '../lab.ts';
import { sizesOf } from '../network.ts';
import type { LabState } from '../store.ts';
import { ownPart } from './ownPart.ts';

const known = new WeakMap<RunConfig, OwnData>();

/** All examples of a configuration as data of the reader's own: in their units, as they are arranged. */
export function dataIn(config: RunConfig): OwnData {
  if (config.data !== undefined && config.arrangement === undefined) return config.data;
  const found = known.get(config);
  if (found !== undefined) return found;
  const resolved = resolveProblem(config);
  const { features } = config.data === undefined ? kindOf(resolved.problem) : { features: featuresOf(config.data) };
  const data = dataOf(ownRuns().examples(resolved, config), features, config.data);
  known.set(config, data);
  return data;
}

/** The same run on other data, in the order in which they are given. A problem's own examples stay on their scale. */
function withData(config: RunConfig, data: OwnData): RunConfig {
  const { arrangement: _arranged, data: before, standardise, ...rest } = config;
  const isRaw = before === undefined || standardise === false;
  return { ...rest, data, examples: data.y.length, ...(isRaw && { standardise: false }) };
}

/** Whether a problem can learn from these data; where it cannot, a notice says why. */
function fits(lab: Lab, data: OwnData, problem: ProblemId): boolean {
  const refusal = ownDataProblem(data) ?? misfit(problems[problem], data);
  lab.renotify('data', refusal === null ? [] : [refusal]);
  return refusal === null;
}

/** What begins anew on `config`: the present hyperparameters as far as they fit, and what the page shows of it. */
function begin(lab: Lab, config: RunConfig, change: Partial<LabState> = {}): boolean {
  const { hyperparameters } = lab.store.getState();
  const { problem, data } = config;
  if (data !== undefined && !fits(lab, data, problem)) return false;
  lab.load({ config, hyperparameters: withinData(hyperparameters, config), ...change });
  return true;
}

/** What of the picture stays where examples are moved under the hand. */
function heldView(lab: Lab): Partial<LabState> {
  const { view, viewOrigin, ghostPath, stepCount } = lab.store.getState();
  const { x, y } = lab.history.path;
  const ghost = stepCount > 0 ? { x: x.slice(), y: y.slice() } : ghostPath;
  return { view, viewOrigin, ghostPath: ghost };
}

/** Takes edited examples in place of the present ones. False, with a notice, where the problem cannot learn from them. */
export function edit(lab: Lab, data: OwnData): boolean {
  const { config } = lab.store.getState();
  return begin(lab, withData(config, data), heldView(lab));
}

/** Takes data from elsewhere, on the problem that is named. */
export function takeData(lab: Lab, data: OwnData, problem: ProblemId): boolean {
  const { config, hyperparameters, awaitedData } = lab.store.getState();
  if (!fits(lab, data, problem)) return false;
  const mark = ownPart.markOf(data);
  const isOther = awaitedData !== null && awaitedData !== mark;
  const next = problem === config.problem ? onProblem(config, data) : onOther(config, problem, data);
  const rate = problem === config.problem ? {} : defaultHyperparameters(problem, config.optimizer);
  begin(lab, next, {
    ...{ chosenRow: null, awaitedData: null },
    hyperparameters: withinData({ ...hyperparameters, ...rate }, next),
  });
  if (isOther) lab.notify([`These data (${mark}) are not those that the link is about (${awaitedData}).`]);
  return true;
}

/** Learns the same data, as they are scaled, with another problem that can. */
export function learnWith(lab: Lab, problem: ProblemId): void {
  const state = lab.store.getState();
  const { data, problem: before } = state.config;
  if (data !== undefined && problem !== before && fits(lab, data, problem)) lab.configure(keepingData(state, problem));
}

const onOther = ({ optimizer, seed }: RunConfig, problem: ProblemId, data: OwnData): RunConfig => ({
  ...defaultConfig(problem, optimizer, data),
  seed,
});

/** A network of another shape starts where its weights are drawn. */
function onProblem(config: RunConfig, data: OwnData): RunConfig {
  const { arrangement: _arranged, standardise: _raw, ...rest } = config;
  const { fields } = problemOf({ problem: config.problem, data });
  // Data with one feature have no inputs of a second one.
  const settings = Object.fromEntries(
    Object.entries(rest.settings).filter(([name, value]) =>
      fields.some((field) => field.name === name && fieldProblem(field, value) === null),
    ),
  );
  const next = { ...rest, settings, data, examples: data.y.length };
  if (JSON.stringify(sizesOf(next)) === JSON.stringify(sizesOf(config))) return next;
  const { startPlane: _plane, ...anywhere } = next;
  return { ...anywhere, start: defaultStart(next) };
}

/** Back to the examples that the problem draws. */
export function letGoOfData(lab: Lab): void {
  const { config } = lab.store.getState();
  const { problem, optimizer, seed, sampling, dropLast } = config;
  begin(lab, { ...defaultConfig(problem, optimizer), seed, sampling, dropLast }, { chosenRow: null });
}

export function arrange(lab: Lab, arrangement: Arrangement): void {
  const { arrangement: _before, ...config } = lab.store.getState().config;
  begin(lab, arrangement === 'as-drawn' ? config : { ...config, arrangement }, { chosenRow: null });
}

/** Brings data to a mean of 0 and a standard deviation of 1, or not; the problem's own examples become data by that. */
export function standardise(lab: Lab, isOn: boolean): void {
  const { config: present } = lab.store.getState();
  const { standardise: _before, ...config } = present.data === undefined ? withData(present, dataIn(present)) : present;
  begin(lab, isOn ? config : { ...config, standardise: false });
}

/** The data with another example in the place of row `row`. */
export const withRow = (data: OwnData, row: number, x: readonly number[], y: number): OwnData => ({
  ...data,
  x: data.x.with(row, x),
  y: data.y.with(row, y),
});

/** The data with one example more, at the end; the same where there is no room. */
export const withNew = (data: OwnData, x: readonly number[], y: number): OwnData =>
  data.y.length >= mostOwnExamples ? data : { ...data, x: [...data.x, x], y: [...data.y, y] };

export const without = (data: OwnData, row: number): OwnData => ({
  ...data,
  x: data.x.toSpliced(row, 1),
  y: data.y.toSpliced(row, 1),
});

/** How many classes an example can be of on this run; 0 where its target is a number, or nothing is predicted. */
export const classCount = (config: RunConfig): number => kindOf(resolveProblem(config).problem).classes;
