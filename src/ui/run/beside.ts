// The same of what stands beside weight space.

export { readingMarks } from '../../drawing/lossNames.ts';
export { UpdateInNumbers } from '../panels/UpdateInNumbers.tsx';
export { LossCurves } from '../plots/LossCurves.tsx';
