// The problems by key. A key is also the value in links and the name in tests.

import type { Problem } from '../problem.ts';
import { tugOfWar } from './tugOfWar.ts';

export const problems = {
  'tug-of-war': tugOfWar,
} as const satisfies Record<string, Problem>;

export type ProblemId = keyof typeof problems;
