// What all parts of a picture of a plane share.

import type { Viewport } from './viewport.ts';

export interface Frame {
  readonly viewport: Viewport;
  /** Width in pixels of a text at the size of labels. */
  readonly measure: (text: string) => number;
}

/** Bold letters are so much wider than those that texts are measured in. */
export const boldWidth = 1.08;
export const labelHeight = 15;
