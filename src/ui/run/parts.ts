// What is to be seen only of a run that can be changed or goes on. All of it comes as one file: see ofRun.tsx.

export { Knobs } from '../controls/Knobs.tsx';
export { longestIn } from '../panels/narrationWords.ts';
export { RunNarration } from '../panels/RunNarration.tsx';
export { PathLayer } from '../plots/PathLayer.tsx';
export { PathEnd, StepArrows } from '../plots/StepArrows.tsx';
export { WeightsHandle } from '../plots/WeightsHandle.tsx';
