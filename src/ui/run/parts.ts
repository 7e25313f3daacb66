// What is to be seen only of a run that can be changed or goes on. All of it comes as one file: see ofRun.tsx.

import { Knobs } from '../controls/Knobs.tsx';
import { longestIn } from '../panels/narrationWords.ts';
import { RunNarration } from '../panels/RunNarration.tsx';
import { answerMarks } from '../plots/answerMarks.ts';
import { PathLayer } from '../plots/PathLayer.tsx';
import { PathEnd, StepArrows } from '../plots/StepArrows.tsx';
import { WeightsHandle } from '../plots/WeightsHandle.tsx';

export const parts = { Knobs, longestIn, RunNarration, PathLayer, PathEnd, StepArrows, WeightsHandle, answerMarks };
