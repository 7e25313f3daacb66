// A field is one adjustable quantity of a rule, a schedule, or a problem: its name, default, and range.
// The controls, the link, and the checks all read the same declaration.

import { quoted } from './quoted.ts';

export interface NumberField {
  readonly kind: 'number';
  /** Name in the field's own words, as in torch.optim: `weightDecay`, `beta1`. Also the key in links. */
  readonly name: string;
  readonly label: string;
  readonly default: number;
  /** Allowed range; `minOpen`/`maxOpen` exclude the end itself. */
  readonly min: number;
  readonly max: number;
  readonly minOpen?: boolean;
  readonly maxOpen?: boolean;
  readonly integer?: boolean;
  /** A slider for this field runs on a logarithmic scale. */
  readonly logarithmic?: boolean;
  /** Where `min` is 0, which no logarithm reaches: the smallest value above 0 that the slider offers, left of it 0 itself. */
  readonly smallest?: number;
  /** Why the range ends where it ends; completes the sentence of a refusal after a colon. */
  readonly why?: string;
}

export interface SwitchField {
  readonly kind: 'switch';
  readonly name: string;
  readonly label: string;
  readonly default: boolean;
}

export interface ChoiceField {
  readonly kind: 'choice';
  readonly name: string;
  readonly label: string;
  readonly default: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** A list of whole numbers, repeats allowed, such as the milestones of a multistep schedule or the layers of a network. */
export interface ListField {
  readonly kind: 'list';
  readonly name: string;
  readonly label: string;
  readonly default: readonly number[];
  readonly min: number;
  readonly max: number;
  /** Ascending unless this says that any order will do. */
  readonly anyOrder?: true;
  /** How many numbers there may be; no limit when absent. */
  readonly most?: number;
}

/** Some of several things, one at least and none twice; their order does not count. */
export interface SetField {
  readonly kind: 'set';
  readonly name: string;
  readonly label: string;
  readonly default: readonly string[];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Text of a form of its own. */
export interface TextField {
  readonly kind: 'text';
  readonly name: string;
  readonly label: string;
  readonly default: string;
  /** What it may say; completes the sentence of a refusal: `Start plane is two numbers of weights, not x.` */
  readonly form: string;
  isOfForm(text: string): boolean;
}

export type Field = NumberField | SwitchField | ChoiceField | ListField | SetField | TextField;
export type FieldValue = number | boolean | string | readonly number[] | readonly string[];
/** Values by field name. A name that is absent stands for the field's default. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** Every field's value, defaults filled in, in the order of `fields`, so that all results have one shape. */
export function withDefaults(fields: readonly Field[], values: FieldValues): Record<string, FieldValue> {
  const all: Record<string, FieldValue> = {};
  for (const field of fields) all[field.name] = Object.hasOwn(values, field.name) ? values[field.name] : field.default;
  return all;
}

/** One sentence that says which value cannot stand in `field` and why, or null when it can. */
export function fieldProblem(field: Field, value: FieldValue): string | null {
  switch (field.kind) {
    case 'switch':
      return typeof value === 'boolean' ? null : `${field.label} is on or off, not ${written(value)}.`;
    case 'choice':
      return field.choices.some((choice) => choice.value === value)
        ? null
        : `${field.label} is one of ${field.choices.map((choice) => choice.value).join(', ')}, not ${written(value)}.`;
    case 'text':
      return typeof value === 'string' && field.isOfForm(value)
        ? null
        : `${field.label} is ${field.form}, not ${written(value)}.`;
    case 'list':
      return listProblem(field, value);
    case 'set':
      return setProblem(field, value);
    case 'number':
      return numberProblem(field, value);
  }
}

function listProblem(field: ListField, value: FieldValue): string | null {
  if (!Array.isArray(value)) return `${field.label} is a list of whole numbers, not ${written(value)}.`;
  if (field.most !== undefined && value.length > field.most)
    return `${field.label} takes at most ${field.most} numbers, not ${value.length}.`;
  for (const [place, item] of value.entries()) {
    if (!Number.isInteger(item) || item < field.min || item > field.max)
      return `${field.label} takes whole numbers from ${written(field.min)} to ${written(field.max)}, not ${written(item)}.`;
    if (!field.anyOrder && place > 0 && item < value[place - 1])
      return `${field.label} must stand in ascending order, but ${written(item)} comes after ${written(value[place - 1])}.`;
  }
  return null;
}

function setProblem(field: SetField, value: FieldValue): string | null {
  const names = field.choices.map((choice) => choice.value);
  if (!Array.isArray(value) || value.length === 0) return `${field.label} is one or more of ${names.join(', ')}.`;
  for (const [place, item] of value.entries()) {
    if (!names.includes(item)) return `${field.label} is one or more of ${names.join(', ')}, not ${written(item)}.`;
    if (value.indexOf(item) < place) return `${field.label} names ${written(item)} twice.`;
  }
  return null;
}

function numberProblem(field: NumberField, value: FieldValue): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return `${field.label} is a number, not ${written(value)}.`;
  if (field.integer && !Number.isInteger(value)) return `${field.label} is a whole number, not ${written(value)}.`;
  const reason = field.why === undefined ? '' : `: ${field.why}`;
  if (value < field.min || (field.minOpen && value === field.min))
    return `${field.label} must be ${field.minOpen ? 'above' : 'at least'} ${written(field.min)}, not ${written(value)}${reason}.`;
  if (value > field.max || (field.maxOpen && value === field.max))
    return `${field.label} must be ${field.maxOpen ? 'below' : 'at most'} ${written(field.max)}, not ${written(value)}${reason}.`;
  return null;
}

/** A value as a sentence shows it, with a true minus sign. */
const written = (value: FieldValue): string =>
  typeof value === 'string' ? quoted(value) : String(value).replaceAll('-', '−');

/** Checks all values. @throws RangeError that says which value is refused and why. */
export function checkFields(fields: readonly Field[], values: FieldValues): void {
  for (const [name, value] of Object.entries(values)) {
    const field = fields.find((candidate) => candidate.name === name);
    if (field === undefined) throw new RangeError(`There is no setting named ${quoted(name)} here.`);
    const problem = fieldProblem(field, value);
    if (problem !== null) throw new RangeError(problem);
  }
}
