// Points for a network to learn from: a generator, and what is worth saying of it.

import type { Examples } from '../examples.ts';
import type { Random } from '../random.ts';
import type { Domain } from '../vector.ts';

/** What noise moves: where the points lie, or only what they are labelled as (a curve's targets count as labels). */
export type NoiseMoves = 'points' | 'labels';

export interface NetworkData {
  readonly title: string;
  /** How the target follows from the point, as text, without noise. */
  readonly formula: string;
  /** One sentence: what it teaches, true of what the page shows. */
  readonly lesson: string;
  readonly features: 1 | 2;
  /** Targets are 0, 1, ... classes - 1; 0 classes: targets are numbers. */
  readonly classes: number;
  /** What noise can move; the first unless said. */
  readonly noiseMoves: readonly [NoiseMoves, ...NoiseMoves[]];
  /** What `noise` measures, for each thing it can move. */
  readonly noiseMeaning: Readonly<Partial<Record<NoiseMoves, string>>>;
  readonly defaults: { readonly examples: number; readonly noise: number };
  /** `noise` is at least 0. Draws in order of the examples, the classes by turns where they are not drawn. */
  sample(count: number, noise: number, moves: NoiseMoves, random: Random): Examples;
}

/** The part of data space that is shown; on a line, `y` holds the targets. */
export const dataView: Domain = { x: [-3, 3], y: [-3, 3] };
