// The link: the settings of a run as readable text in the URL's hash, defaults left out, keys in order, so that the
// same settings always give the same link. `parseLink` and `formatLink` are inverse.

import type { Field, FieldValue } from '../training/field.ts';
import {
  fromValues,
  isSameValue,
  optimizerField,
  problemField,
  type ReadSettings,
  type RunSettings,
  type SettingKeys,
  scheduleField,
  settingFields,
  toValues,
} from './settings.ts';

/** Longest link that is read, in characters. */
const longestLink = 8192;

export function formatLink(settings: RunSettings): string {
  const values = toValues(settings);
  const keys = values as unknown as SettingKeys;
  const fields = settingFields(keys);
  const differs = (name: string): boolean => {
    const field = fields.find((candidate) => candidate.name === name)!;
    return !isSameValue(values[name]!, field.default);
  };
  const parts = fields
    .filter(({ name }) => !name.startsWith('start') && Object.hasOwn(values, name) && differs(name))
    .map(({ name }) => `${name}=${formatValue(values[name]!)}`);
  if (differs('start1') || differs('start2')) parts.push(`start=${values.start1},${values.start2}`);
  // The problem is always said, so that a link is never empty and old links survive another default.
  if (!differs('problem')) parts.push(`problem=${values.problem}`);
  return `#${parts.sort().join('&')}`;
}

/** Reads a hash; what is unknown or bad gives the default and, where it was meant for us, a sentence. */
export function parseLink(hash: string): ReadSettings {
  const text = new Map<string, string>();
  for (const part of hash.replace(/^#/, '').slice(0, longestLink).split('&')) {
    const [key, ...rest] = part.split('=');
    if (key && rest.length > 0) text.set(key, decode(rest.join('=')));
  }
  const start = text.get('start');
  if (start !== undefined) {
    const [first, second, ...more] = start.split(',');
    text.set('start1', more.length > 0 ? '' : (first ?? ''));
    text.set('start2', second ?? '');
  }
  const keyOf = (field: Field & { readonly kind: 'choice' }): string => {
    const value = text.get(field.name);
    return field.choices.some((candidate) => candidate.value === value) ? value! : field.default;
  };
  const keys = {
    problem: keyOf(problemField as never),
    optimizer: keyOf(optimizerField as never),
    schedule: keyOf(scheduleField as never),
  } as SettingKeys;
  const values: Record<string, FieldValue> = {};
  for (const field of settingFields(keys)) {
    const value = text.get(field.name);
    if (value !== undefined) values[field.name] = parseValue(field, value);
  }
  return fromValues(values);
}

/** A value from its text; text that means nothing for the field stays text, for `fieldProblem` to refuse. */
function parseValue(field: Field, text: string): FieldValue {
  switch (field.kind) {
    case 'number':
      return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
    case 'switch':
      return text === '1' || text === 'true' ? true : text === '0' || text === 'false' ? false : text;
    case 'list':
      return text === '' ? [] : text.split(',').map(Number);
    case 'choice':
      return text;
  }
}

const formatValue = (value: FieldValue): string =>
  typeof value === 'boolean' ? (value ? '1' : '0') : encodeURIComponent(String(value)).replaceAll('%2C', ',');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
