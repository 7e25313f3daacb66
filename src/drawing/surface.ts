// The loss surface as an image.

import type { LossSurface } from '../training/objective/lossSurface.ts';
import type { ImageMark, Raster } from './marks.ts';
import type { Viewport } from './viewport.ts';

/** The surface as a picture of one pixel per sample, the top row first as images have it. */
export function surfaceRaster({ columns, rows }: LossSurface, shades: Uint8Array, table: Uint32Array): Raster {
  const pixels = new Uint32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const target = (rows - 1 - row) * columns;
    for (let column = 0; column < columns; column++) pixels[target + column] = table[shades[row * columns + column]];
  }
  return { columns, rows, pixels };
}

/** The raster where the surface lies, which may be beside or inside the view while a new one is on its way. */
export function surfaceImage({ x, y, scaleX, scaleY }: Viewport, { domain }: LossSurface, raster: Raster): ImageMark {
  return {
    kind: 'image',
    raster,
    left: x(domain.x[0]),
    top: y(domain.y[1]),
    width: (domain.x[1] - domain.x[0]) * scaleX,
    height: (domain.y[1] - domain.y[0]) * scaleY,
  };
}
