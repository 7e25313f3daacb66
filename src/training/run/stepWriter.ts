// Which writer fits the steps of a run.

import { layerWriters } from './laterLayers.ts';
import { keepsVectors, type StepWriter, writePair } from './log.ts';
import type { StepLayout } from './run.ts';

/** The writer of steps laid out like this; chosen once for many steps. */
export const stepWriter = (layout: StepLayout): StepWriter => (keepsVectors(layout) ? writePair : layerWriters[0]);
