// The link: the settings of a run as readable text in the URL's hash, defaults left out, keys in order, so that the
// same settings always give the same link. `parseLink` and `formatLink` are inverse.
// Version 1: `v=1`, every setting under its field's name, the start as a pair, and of a run under way `step` and `phase`.

import type { Field, FieldValue, NumberField } from '../training/field.ts';
import { fieldProblem } from '../training/field.ts';
import { defaultStepLimit } from './defaults.ts';
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
  settingName,
  toValues,
} from './settings.ts';
import { type Phase, phases } from './store.ts';

/** The version of the link that is written here. Every earlier one is read as well, for good. */
export const linkVersion = 1;

/** Longest link that is read, in characters. */
const longestLink = 8192;

/** Most unknown names that a notice lists. */
const mostUnknown = 3;

const stepField: NumberField = {
  kind: 'number',
  name: 'step',
  label: 'Step',
  default: 0,
  min: 0,
  max: defaultStepLimit,
  integer: true,
};
const phaseField: Field = {
  kind: 'choice',
  name: 'phase',
  label: 'Phase',
  default: '',
  choices: phases.map((value) => ({ value, label: value })),
};

/** Names under which the link speaks of the runs beside this one; the comparison reads and writes what they say. */
export const besideNames = ['contenders', 'clock', 'overhead', 'parallelWidth', 'targetLoss'] as const;

/** Where in a run the page stands, and what runs beside it. */
export interface LinkPlace {
  readonly step: number;
  readonly phase: Phase | null;
  /** Text by name, only of `besideNames`; absent when it is empty. */
  readonly beside?: Readonly<Record<string, string>>;
}

export interface ReadLink extends ReadSettings, LinkPlace {}

export function formatLink(
  settings: RunSettings,
  { step, phase, beside = {} }: LinkPlace = { step: 0, phase: null },
): string {
  const values = toValues(settings);
  const keys = values as unknown as SettingKeys;
  const fields = settingFields(keys, settings.config.settings);
  const differs = (name: string): boolean => {
    const field = fields.find((candidate) => candidate.name === name)!;
    return !isSameValue(values[name], field.default);
  };
  const parts = fields
    .filter(({ name }) => name !== 'start1' && name !== 'start2' && Object.hasOwn(values, name) && differs(name))
    .map(({ name }) => `${name}=${formatValue(values[name])}`);
  if (differs('start1') || differs('start2')) parts.push(`start=${values.start1},${values.start2}`);
  // The problem is always said, so that a link is never empty and old links survive another default.
  if (!differs('problem')) parts.push(`problem=${values.problem}`);
  if (phase !== null) parts.push(`phase=${phase}`);
  // A run that was taken on beyond its limit is not taken again by a link.
  if (step > 0 && step <= stepField.max) parts.push(`step=${step}`);
  for (const [name, text] of Object.entries(beside)) parts.push(`${name}=${formatText(text)}`);
  return `#v=${linkVersion}&${parts.sort().join('&')}`;
}

/** Reads a hash; what is unknown or bad gives the default and, where it was meant for us, a sentence. */
export function parseLink(hash: string): ReadLink {
  const text = partsOf(hash);
  const notices = [...versionNotices(text.get('v'))];
  if (hash.length > longestLink) notices.push(`Only the first ${longestLink} characters of the link were read.`);
  const read = (field: Field): FieldValue => {
    const value = text.get(field.name);
    if (value === undefined) return field.default;
    const problem = fieldProblem(field, parseValue(field, value));
    if (problem === null) return parseValue(field, value);
    notices.push(problem);
    return field.default;
  };
  const keyOf = (field: Field & { readonly kind: 'choice' }): string => {
    const value = text.get(field.name);
    return field.choices.some((candidate) => candidate.value === value) ? value! : field.default;
  };
  const keys = {
    problem: keyOf(problemField),
    optimizer: keyOf(optimizerField),
    schedule: keyOf(scheduleField),
  } as SettingKeys;
  const values: Record<string, FieldValue> = {};
  const fields = settingFields(keys);
  for (const field of fields) {
    const value = text.get(field.name);
    if (value !== undefined) values[field.name] = parseValue(field, value);
  }
  const step = read(stepField) as number;
  const phase = (read(phaseField) as Phase | '') || null;
  const beside = Object.fromEntries(besideNames.flatMap((name) => (text.has(name) ? [[name, text.get(name)!]] : [])));
  const known = new Set<string>(['v', 'start', 'step', 'phase', ...besideNames, ...fields.map(({ name }) => name)]);
  notices.push(...unknownNotices([...text.keys()].filter((name) => !known.has(name))));
  const { config, hyperparameters, refused } = fromValues(values);
  const place: LinkPlace = { step, phase, ...(Object.keys(beside).length > 0 && { beside }) };
  return { config, hyperparameters, ...place, refused: [...refused, ...notices] };
}

/** The parts `name=value` of a hash, decoded; the start taken apart into its two weights. */
function partsOf(hash: string): Map<string, string> {
  const text = new Map<string, string>();
  for (const part of hash.replace(/^#/, '').slice(0, longestLink).split('&')) {
    const [key, ...rest] = part.split('=');
    if (key && rest.length > 0) text.set(settingName(decode(key)), decode(rest.join('=')));
  }
  const start = text.get('start');
  if (start !== undefined) {
    const [first, second, ...more] = start.split(',');
    const isPair = second !== undefined && more.length === 0;
    text.set('start1', isPair ? first : `(${start})`);
    if (isPair) text.set('start2', second);
  }
  return text;
}

function versionNotices(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const version = Number(text);
  if (!Number.isInteger(version) || version < 1)
    return [`The version of a link is a whole number, not ${short(text)}.`];
  if (version <= linkVersion) return [];
  return ['This link was made by a newer version of the lab; what is known here was loaded.'];
}

function unknownNotices(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const listed = names.slice(0, mostUnknown).map(short).join(', ');
  return [`The link also says ${listed}${names.length > mostUnknown ? ', …' : ''}, which means nothing here.`];
}

/** A value from its text; text that means nothing for the field stays text, for `fieldProblem` to refuse. */
export function parseValue(field: Field, text: string): FieldValue {
  switch (field.kind) {
    case 'number':
      return text.trim() === '' || Number.isNaN(Number(text)) ? short(text) : Number(text) + 0;
    case 'switch':
      return text === '1' || text === 'true' ? true : text === '0' || text === 'false' ? false : short(text);
    case 'list':
      return text === '' ? [] : text.split(',').map((item) => (item.trim() === '' ? Number.NaN : Number(item)));
    case 'choice':
      return short(text);
  }
}

const formatValue = (value: FieldValue): string =>
  typeof value === 'boolean' ? (value ? '1' : '0') : formatText(String(value));

const formatText = (text: string): string =>
  encodeURIComponent(text).replace(/%2C|%2B/g, (code) => (code === '%2C' ? ',' : '+'));

/** Text from a link as a sentence may show it. */
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
