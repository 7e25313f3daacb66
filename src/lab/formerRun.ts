// A run that another optimizer or problem has replaced, kept so that it can be taken back: its settings, its log, and
// where it stood.

import type { RunConfig } from '../training/run/run.ts';
import { defaultLearningRate } from './defaults.ts';
import type { FormerRun, LabState } from './store.ts';

/** What a run is and where it stands, without its log. */
export const keptOf = (state: LabState): FormerRun['state'] => {
  const { config, hyperparameters, examples, test, scaling, plane, stepCount, cursor, detail, stepLimit, view } = state;
  const { shownPlane, viewOrigin, surface, surfaceStep, phase, phaseLayer } = state;
  const run = { config, hyperparameters, examples, test, scaling, plane, stepCount, cursor, detail, stepLimit };
  return { ...run, shownPlane, view, viewOrigin, surface, surfaceStep, phase, phaseLayer };
};

/** Whether the rule or the problem is another, with which defaults take the place of what was set. */
export const isReplaced = (before: RunConfig, { optimizer, problem }: RunConfig): boolean =>
  before.optimizer !== optimizer || before.problem !== problem;

/** Whether rate or arguments are not those that the rule has here by itself, so that another rule would lose them. */
export function isSet({ config, hyperparameters }: Pick<LabState, 'config' | 'hyperparameters'>): boolean {
  const { learningRate, optimizer } = hyperparameters;
  const isUsualRate = learningRate === defaultLearningRate(config.problem, config.optimizer);
  return !isUsualRate || Object.keys(optimizer).length > 0;
}

/** Whether anything is lost where `next` takes the place of a run: its steps, what was set, or own data. */
export const isWorthKeeping = (
  state: Pick<LabState, 'config' | 'hyperparameters' | 'stepCount'>,
  next: RunConfig,
): boolean =>
  state.stepCount > 0 || isSet(state) || (state.config.data !== undefined && state.config.data !== next.data);
