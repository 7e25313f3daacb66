// The same of what stands beside weight space.

import { readingMarks } from '../../drawing/lossNames.ts';
import { UpdateInNumbers } from '../panels/UpdateInNumbers.tsx';
import { LossCurves } from '../plots/LossCurves.tsx';

export const beside = { readingMarks, UpdateInNumbers, LossCurves };
