// A field is one adjustable quantity of a rule, a schedule, or a problem: its name, default, and range.
// The controls, the link, and the checks all read the same declaration.

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

/** A list of whole numbers in ascending order, such as the milestones of a multistep schedule. */
export interface ListField {
  readonly kind: 'list';
  readonly name: string;
  readonly label: string;
  readonly default: readonly number[];
  readonly min: number;
  readonly max: number;
}

export type Field = NumberField | SwitchField | ChoiceField | ListField;
export type FieldValue = number | boolean | string | readonly number[];
/** Values by field name. A name that is absent stands for the field's default. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** Every field's value, defaults filled in, in the order of `fields`, so that all results have one shape. */
export function withDefaults(fields: readonly Field[], values: FieldValues): Record<string, FieldValue> {
  return Object.fromEntries(
    fields.map((field) => [field.name, Object.hasOwn(values, field.name) ? values[field.name]! : field.default]),
  );
}

/** One sentence that says why `value` cannot stand in `field`, or null when it can. */
export function fieldProblem(field: Field, value: FieldValue): string | null {
  switch (field.kind) {
    case 'switch':
      return typeof value === 'boolean' ? null : `${field.label} is on or off, not ${String(value)}.`;
    case 'choice':
      return field.choices.some((choice) => choice.value === value)
        ? null
        : `${field.label} is one of ${field.choices.map((choice) => choice.value).join(', ')}, not ${String(value)}.`;
    case 'list':
      return Array.isArray(value) && value.every((item) => Number.isInteger(item) && item >= field.min && item <= field.max)
        ? null
        : `${field.label} are whole numbers from ${field.min} to ${field.max}.`;
    case 'number':
      return numberProblem(field, value);
  }
}

function numberProblem(field: NumberField, value: FieldValue): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return `${field.label} is a number, not ${String(value)}.`;
  if (field.integer && !Number.isInteger(value)) return `${field.label} is a whole number, not ${value}.`;
  if (value < field.min || (field.minOpen && value === field.min))
    return `${field.label} must be ${field.minOpen ? 'above' : 'at least'} ${field.min}, not ${value}.`;
  if (value > field.max || (field.maxOpen && value === field.max))
    return `${field.label} must be ${field.maxOpen ? 'below' : 'at most'} ${field.max}, not ${value}.`;
  return null;
}

/** Checks all values. @throws RangeError that says which value is refused and why. */
export function checkFields(fields: readonly Field[], values: FieldValues): void {
  for (const [name, value] of Object.entries(values)) {
    const field = fields.find((candidate) => candidate.name === name);
    if (field === undefined) throw new RangeError(`There is no setting named ${name} here.`);
    const problem = fieldProblem(field, value);
    if (problem !== null) throw new RangeError(problem);
  }
}
