// All that is drawn of a loss surface and depends on it alone. Runs where the trainer does, so that the page only colours
// and strokes what it is handed.

import type { LossSurface } from '../../training/objective/lossSurface.ts';
import type { SurfaceTracing } from '../../training/run/remoteTrainer.ts';
import { contourLevels, levelCount, traceIsolines } from './isolines.ts';
import { lossScale, surfaceShades } from './lossScale.ts';

export function tracingOf(surface: LossSurface): SurfaceTracing {
  const scale = lossScale(surface);
  const { minimum, maximum, floor, lowestLine } = scale;
  return {
    scale: { minimum, maximum, floor, lowestLine },
    shades: surfaceShades(surface, scale),
    isolines: traceIsolines(surface, contourLevels(scale, levelCount)),
  };
}
