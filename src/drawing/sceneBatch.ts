// The loss of one mini-batch over the plane as marks.

import type { LossSurface } from '../training/objective/lossSurface.ts';
import { drawMarchingSquares } from './marchingSquares.ts';
import type { Mark } from './marks.ts';
import { colourTable, type Palette } from './palette.ts';
import type { Frame } from './scene.ts';
import { shapeOf } from './shape.ts';
import { surfaceImage, surfaceRaster } from './surface.ts';
import { batchLevelCount, contourLevels } from './tracing/isolines.ts';
import { lossScale, surfaceShades } from './tracing/lossScale.ts';

/**
 * Its isolines over the full surface or, where it stands alone, over its own picture.
 * @param palette the colours of that picture; null for the isolines by themselves
 */
export function batchSurfaceMarks({ viewport }: Frame, surface: LossSurface, palette: Palette | null): readonly Mark[] {
  const scale = lossScale(surface);
  const levels = contourLevels(scale, batchLevelCount);
  const isolines: Mark = {
    kind: 'shape',
    shape: shapeOf((shape) => drawMarchingSquares(shape, viewport, surface, levels)),
    ...{ stroke: 'batch', width: palette === null ? 1.1 : 0.9, hasRoundEnds: true },
  };
  if (palette === null) return [isolines];
  const table = colourTable(palette['surface-low'], palette['surface-high']);
  return [surfaceImage(viewport, surface, surfaceRaster(surface, surfaceShades(surface, scale), table)), isolines];
}
