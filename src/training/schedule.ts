// A schedule gives the learning rate of each step as a function of the base rate and a count t of steps or epochs.

import type { Field, FieldValue } from './field.ts';

export interface Schedule {
  readonly title: string;
  /** The rate as one line of text. */
  readonly equation: string;
  /** A shorter line that holds for these values, or null where only the whole one does. */
  shortEquation?(values: Readonly<Record<string, FieldValue>>): string | null;
  readonly source: string;
  /** Its class in torch.optim.lr_scheduler; absent where torch has none. */
  readonly torch?: string;
  /** Where it has none: the factor on the base rate at count `t`, as Python. `value` gives a field's value as Python. */
  torchFactor?(value: (field: string) => string): string;
  /** Its class in keras.optimizers.schedules and the arguments after the base rate, where the page has it say the same. */
  keras?(value: (field: string) => string): readonly [name: string, ...given: string[]];
  /** Whether its rates, added up, grow without end while their squares do not; absent where they never do both. */
  dampsNoise?(values: Readonly<Record<string, FieldValue>>): boolean;
  /** torch.optim.lr_scheduler's arguments with its defaults. */
  readonly fields: readonly Field[];
  /**
   * Checks what no single field's range can say.
   * @throws RangeError
   */
  check?(values: Readonly<Record<string, FieldValue>>): void;
  /** Learning rate at count t = 0, 1, 2, ... for the base rate, by closed form. */
  rate(t: number, base: number, values: Readonly<Record<string, FieldValue>>): number;
  /** Momentum (or beta1) at count t, for the schedules that move it too; null where these values leave it alone. */
  momentum?(t: number, values: Readonly<Record<string, FieldValue>>): number | null;
}

/** What counts as one t. */
export type ScheduleUnit = 'step' | 'epoch';
