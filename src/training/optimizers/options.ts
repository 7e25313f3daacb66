// The options of a rule that its line of text leaves out, as far as they are on: decay, dampening, climbing, and so on.

import type { Field, FieldValue } from '../field.ts';
import type { Optimizer } from '../optimizer.ts';

/** What the line already says, by the name of the field. */
const said: Readonly<Record<string, RegExp>> = { momentum: /momentum/, weightDecay: /decay/ };

/** The fields that are off by default, not in the equation, and on here. */
export const optionsOn = (optimizer: Optimizer, valueIn: (name: string) => FieldValue | undefined): readonly Field[] =>
  optimizer.fields.filter(
    ({ name, default: preset }) => !preset && Boolean(valueIn(name)) && !said[name]?.test(optimizer.equation),
  );

/** The name of an option without the explanation in parentheses after it. */
export const shortLabel = (label: string): string => label.replace(/ \(.*\)$/, '');
