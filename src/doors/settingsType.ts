// The type of the settings as TypeScript, for the package: one property a setting, with its range and default.

import type { Field } from '../training/field.ts';
import { allSettings, type Setting, type Variant } from './fieldTables.ts';

/** Names that a link says besides the settings of the run, with their types and what they mean. */
export const besideSettings: readonly (readonly [name: string, type: string, meaning: string])[] = [
  [
    'start',
    'readonly [number, number] | string',
    'Where the weights begin; of networks an offset from the seeded start.',
  ],
  ['step', 'number', 'Step to begin with, from 0.'],
  ['phase', "'sample' | 'forward' | 'loss' | 'backward' | 'update'", 'Slow motion, and where in the step.'],
  ['lesson', 'string', 'Key of a lesson, or `none`.'],
  ['guess', 'string', 'An answer to the lesson, as the lab writes it.'],
  ['data', 'string', 'Examples of your own, as the lab writes them.'],
  ['dataMark', 'string', 'The mark of examples that a link has no room for.'],
  ['watch', 'string', 'Numbers of the weights that are watched, from 0, with commas.'],
  ['plane', 'string', 'The plane in which the weights of a network are seen.'],
  ['contenders', 'string', 'The runs beside this one, as the lab writes them.'],
  ['clock', 'string', 'What the comparison counts.'],
  ['overhead', 'number | string', 'Of the clock: cost of an update.'],
  ['parallelWidth', 'number | string', 'Of the clock: examples at once.'],
  ['targetLoss', 'number | string', 'Loss at which the comparison stops the clock.'],
];

const literal = (text: string): string => `'${text}'`;

function typeOf(field: Field): string {
  switch (field.kind) {
    case 'number':
      return 'number';
    case 'switch':
      return 'boolean';
    case 'choice':
      return field.choices.map(({ value }) => literal(value)).join(' | ');
    case 'list':
      return 'readonly number[] | string';
    case 'set':
      return 'readonly string[] | string';
    case 'text':
      return 'string';
  }
}

const typeOfAll = ({ variants }: Setting): string =>
  [...new Set(variants.flatMap(({ field }) => typeOf(field).split(' | ')))].join(' | ');

/** A value as a link says it. */
export const written = (value: Field['default']): string =>
  Array.isArray(value) ? (value.length === 0 ? 'none' : value.join(',')) : String(value);

/** Range or choices, in words. */
export function rangeOf(field: Field): string {
  switch (field.kind) {
    case 'number': {
      const whole = field.integer ? 'a whole number' : 'a number';
      return `${whole} from ${field.min}${field.minOpen ? ' (not itself)' : ''} to ${field.max}${field.maxOpen ? ' (not itself)' : ''}`;
    }
    case 'switch':
      return '1 or 0';
    case 'choice':
      return field.choices.map(({ value }) => value).join(', ');
    case 'set':
      return `some of ${field.choices.map(({ value }) => value).join(', ')}`;
    case 'list':
      return `whole numbers from ${field.min} to ${field.max}`;
    case 'text':
      return field.form;
  }
}

/** Defaults, each once. */
export const defaultsOf = (variants: readonly Variant[]): readonly string[] => [
  ...new Set(variants.map(({ field }) => written(field.default))),
];

const property = (setting: Setting): string => {
  const { name, variants } = setting;
  const defaults = defaultsOf(variants);
  const said = defaults.length === 1 ? `default ${defaults[0]}` : `default by problem or rule: ${defaults.join(', ')}`;
  return `  /** ${variants[0].field.label}; ${said}. */\n  readonly ${name}?: ${typeOfAll(setting)};`;
};

/** The source of src/doors/settings.ts. */
export function settingsSource(): string {
  const beside = besideSettings.map(([name, type, meaning]) => `  /** ${meaning} */\n  readonly ${name}?: ${type};`);
  const settings = [...allSettings()].sort((a, b) => (a.name < b.name ? -1 : 1)).map(property);
  return `// Every setting by its name in the link. Written by src/doors/settings.test.ts from the declarations of the fields.

/** Settings of a run; what is absent is the default. Which of them a run has depends on problem, optimizer, and schedule. */
export interface Settings {
${[...settings, ...beside].join('\n')}
}
`;
}

/** The source of src/doors/settingNames.ts: the element makes a property of each. */
export function settingNamesSource(): string {
  const names = [...allSettings().map(({ name }) => name), ...besideSettings.map(([name]) => name)].sort();
  return `// The names of all settings. Written by src/doors/settings.test.ts from the declarations of the fields.

export const settingNames: readonly string[] =
  '${names.join(' ')}'.split(
    ' ',
  );
`;
}
