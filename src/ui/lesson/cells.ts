// Whether a number that was written by hand is right, and which slip it shows where it is not.

import type { Fill, Lesson, Typed } from '../../lab/lessons/lesson.ts';

const usualTolerance = 5e-4;

export interface Checked {
  readonly cell: string;
  readonly isRight: boolean;
  readonly truth: number;
  /** The name of the slip that leads to this very number; null where it is right or no slip is known to. */
  readonly slip: string | null;
}

/** Every cell that was written, checked against the truth. */
export function checkCells(
  lesson: Lesson,
  written: Readonly<Record<string, number>>,
  truth: unknown,
  typed: Typed | null,
): readonly Checked[] {
  const { tolerance = usualTolerance } = lesson.form as Fill;
  const outcome = lesson.outcome(truth) as Readonly<Record<string, number>>;
  const off = (value: number, from: number): number => Math.abs(value - from) / Math.max(Math.abs(from), 1e-12);
  return Object.entries(outcome).map(([cell, right]) => {
    const value = written[cell];
    const slips = Object.entries(lesson.slips?.(truth, cell, typed ?? {}) ?? {})
      .map(([slip, wrong]) => ({ slip, off: off(value, wrong) }))
      .sort((a, b) => a.off - b.off);
    const [nearest] = slips;
    const isSlip = nearest !== undefined && nearest.off <= tolerance && nearest.off < off(value, right);
    const isRight = off(value, right) <= tolerance && !isSlip;
    return { cell, truth: right, isRight, slip: isSlip ? nearest.slip : null };
  });
}
