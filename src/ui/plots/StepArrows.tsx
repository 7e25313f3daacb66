// What weight space shows of the pending step, and the stretch of the path that leads up to it.

import { StateSvg } from './StateMarks.tsx';
import { pathEndLayer, pathEndParts, stepLayer, stepParts } from './stepLayer.ts';

export const PathEnd = () => <StateSvg part="pathEnd" shown={pathEndParts} marksOf={pathEndLayer} />;

export const StepArrows = () => <StateSvg part="step" shown={stepParts} marksOf={stepLayer} />;
