// How the rule that a page opens with is written down as a program, which a page at rest does without: one entry.

import type { Optimizer } from '../optimizer.ts';
import { formulaOf, kerasDampening, kerasOf } from './heavyBallProgram.ts';

const program: Pick<Optimizer, 'formula' | 'keras'> = {
  formula: (use, g) => formulaOf(use, g, 'switch'),
  keras: kerasOf(kerasDampening, false),
};

export const sgdPrograms: readonly (typeof program)[] = [program];
