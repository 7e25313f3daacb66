// How much of the training a run needs. A page that was built begins with a part of the registries; of the others it
// holds shells until `whole.ts` fills them in (scripts/laterParts.ts). Everywhere else nothing comes later.

import { withDefaults } from '../field.ts';
import { losses } from '../losses/index.ts';
import { models } from '../models/index.ts';
import { optimizers } from '../optimizers/index.ts';
import type { Problem } from '../problem.ts';
import { problems } from '../problems/index.ts';
import { schedules } from '../schedules/index.ts';
import { isBeyondPairs } from './configuration.ts';
import type { Hyperparameters, RunConfig } from './run.ts';

/** What a trainer holds: the parts that a page begins with, all of them, or the arithmetic of networks as well. */
export type Reach = 0 | 1 | 2;

const isLate = (part: object): boolean => 'isLate' in part;

/** Whether every registry is filled in. */
export const isWhole = (): boolean => Object.values(optimizers).every((optimizer) => 'update' in optimizer);

/** How much must be there before these settings can be read, let alone run. What they name that is nothing needs nothing. */
export function reachOf(
  config: Pick<RunConfig, 'problem' | 'settings' | 'optimizer' | 'data' | 'arrangement'>,
  { schedule }: Pick<Hyperparameters, 'schedule'>,
): Reach {
  if (isBeyondPairs(config)) return 2;
  const { problem, settings, optimizer } = config;
  const own: Problem | undefined = problems[problem];
  if ([own, optimizers[optimizer], schedules[schedule.kind]].some((part) => part !== undefined && isLate(part)))
    return 1;
  if (own === undefined || own.network !== undefined) return 0;
  const values = withDefaults(own.fields, settings);
  return isLate(models[own.model(values)]) || isLate(losses[own.loss(values)]) ? 1 : 0;
}
