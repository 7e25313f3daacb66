// How losses become colours. Colour follows log(1 + (loss - minimum) / floor), so that the valley floor gets as much of
// the range as the slopes above it; `floor` is the height below which the lowest fiftieth of the surface lies.

import type { LossSurface } from '../../training/objective/lossSurface.ts';
import type { ScaleNumbers } from '../../training/run/remoteTrainer.ts';
import { tableIndex } from './tableIndex.ts';

export interface LossScale extends ScaleNumbers {
  /** 0 at the minimum, 1 at the maximum. */
  share(loss: number): number;
}

const floorShare = 0.02;
const lowestLineShare = 0.03;
const sampleEvery = 13;

export function lossScale({ values }: LossSurface): LossScale {
  const heights: number[] = [];
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const loss = values[i];
    if (!Number.isFinite(loss)) continue;
    if (loss < minimum) minimum = loss;
    if (loss > maximum) maximum = loss;
    if (i % sampleEvery === 0) heights.push(loss);
  }
  const span = maximum - minimum;
  if (!(span > 0 && Number.isFinite(span))) return withShare({ minimum, maximum, floor: 1, lowestLine: 1 });
  heights.sort((a, b) => a - b);
  const low = heights[Math.floor(floorShare * heights.length)] - minimum;
  const lowestLine = Math.max(heights[Math.floor(lowestLineShare * heights.length)] - minimum, 1e-3 * span);
  const floor = Math.min(Math.max(low, 1e-5 * span), 0.3 * span);
  return withShare({ minimum, maximum, floor, lowestLine });
}

/** The scale whose numbers these are. */
export function withShare(numbers: ScaleNumbers): LossScale {
  const { minimum, maximum, floor } = numbers;
  const span = maximum - minimum;
  if (!(span > 0 && Number.isFinite(span))) return { ...numbers, share: (loss) => (loss > minimum ? 1 : 0) };
  const whole = Math.log1p(span / floor);
  const share = (loss: number): number =>
    Number.isFinite(loss) ? Math.log1p(Math.max(0, loss - minimum) / floor) / whole : 1;
  return { ...numbers, share };
}

/** For each sample its place in a table of colours. */
export function surfaceShades({ values }: LossSurface, scale: LossScale): Uint8Array<ArrayBuffer> {
  const shades = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) shades[i] = tableIndex(scale.share(values[i]));
  return shades;
}
