// The link: the settings of a run as readable text in the URL's hash, defaults left out, keys in order, so that the
// same settings always give the same link. `parseLink` and `formatLink` are inverse.
// Version 1: `v=1`, every setting under its field's name, the start as a pair, and of a run under way `step` and `phase`.

import type { Field, FieldValue, NumberField } from '../training/field.ts';
import type { OwnData } from '../training/ownData/ownData.ts';
import { present } from '../training/present.ts';
import { quoted } from '../training/quoted.ts';
import { defaultStepLimit } from './defaults.ts';
import { formatValue, parseValue, refusalOf } from './fieldValue.ts';
import { partsOf } from './linkText.ts';
import { linkVersion } from './linkVersion.ts';
import { didYouMean, sameName } from './nearMiss.ts';
import { hasLayers, networkIn } from './network.ts';
import { ownPart } from './own/ownSlot.ts';
import { type PlaneChoice, planeAtFirst } from './planeChoice.ts';
import { formatPlane, parsePlane } from './planeText.ts';
import { settingFields, settingNames } from './settings.ts';
import { fieldsSaid, fromValues, keysOf, type ReadSettings, type RunSettings, toValues } from './settingsCodec.ts';
import { type Phase, phases, watchedAtFirst } from './store.ts';
import { formatWatched, parseWatched } from './watchedText.ts';

/** Longest link that is read, in characters. */
export const longestLink = 8192;

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

/** Own data, and the mark of those for which there is no room. */
const dataNames = ['data', 'dataMark'] as const;

/** Every name that some link says something by. */
const linkNames: readonly string[] = [
  ...settingNames,
  ...['v', 'start', 'step', 'phase', 'watch', 'plane', 'lesson', 'guess'],
  ...dataNames,
  ...besideNames,
];

/** Where in a run the page stands, and what runs beside it. */
export interface LinkPlace {
  readonly step: number;
  readonly phase: Phase | null;
  /** Indices of weights; absent for those that are watched unless a link says otherwise. */
  readonly watched?: readonly number[];
  /** The same of the plane in which a network's weights are seen. */
  readonly planeChoice?: PlaneChoice;
  /** Text by name, only of `besideNames`; absent when it is empty. */
  readonly beside?: Readonly<Record<string, string>>;
  /** The mark of data that a link is about and has no room for. */
  readonly dataMark?: string;
  /** The lesson that is open, which brings its own run, and the answer to it; absent for free play. */
  readonly asks?: { readonly key: string; readonly guess: string | null };
}

export interface ReadLink extends ReadSettings, LinkPlace {}

export function formatLink(
  settings: RunSettings,
  { step, phase, watched = watchedAtFirst, planeChoice = planeAtFirst, beside = {} }: LinkPlace = {
    step: 0,
    phase: null,
  },
): string {
  const values = toValues(settings);
  const said = fieldsSaid(settingFields(keysOf(values), settings.config.settings), values).map(({ name }) => name);
  const isStart = (name: string): boolean => name === 'start1' || name === 'start2';
  const parts = said.filter((name) => !isStart(name)).map((name) => `${name}=${formatText(formatValue(values[name]))}`);
  if (said.some(isStart)) parts.push(`start=${values.start1},${values.start2}`);
  // The problem is always said, so that a link is never empty and old links survive another default.
  if (!said.includes('problem')) parts.push(`problem=${values.problem}`);
  if (phase !== null) parts.push(`phase=${phase}`);
  const watch = formatWatched(networkIn(settings.config), watched);
  if (watch !== null) parts.push(`watch=${formatText(watch)}`);
  const plane = hasLayers(settings.config) ? formatPlane(planeChoice) : null;
  if (plane !== null) parts.push(`plane=${formatText(plane)}`);
  // A run that was taken on beyond its limit is not taken again by a link.
  if (step > 0 && step <= stepField.max) parts.push(`step=${step}`);
  for (const [name, text] of Object.entries(beside)) parts.push(`${name}=${formatText(text)}`);
  const { data } = settings.config;
  return data === undefined ? joined(parts) : withData(parts, data);
}

const joined = (parts: readonly string[]): string => `#v=${linkVersion}&${parts.toSorted().join('&')}`;

/** The link with the data where it has room for them, else with the mark by which they are known when they are opened. */
function withData(parts: readonly string[], data: OwnData): string {
  const whole = joined([...parts, `data=${ownPart().textOf(data)}`]);
  return whole.length <= longestLink ? whole : joined([...parts, `dataMark=${ownPart().markOf(data)}`]);
}

/** The link to a lesson, and to what was answered there. */
export const formatLesson = (key: string, guess: string | null): string =>
  `#v=${linkVersion}&lesson=${formatText(key)}${guess === null ? '' : `&guess=${formatText(guess)}`}`;

/** Query and hash of an address, also where the sign between them was encoded and all came as a query. */
export function addressParts(search: string, hash: string): { readonly search: string; readonly hash: string } {
  const [query, ...rest] = search.split(/%(?:25)*23/i);
  const [first] = partsOf(rest.join('#'));
  if (first === undefined || first[1] === null || sameName(first[0], linkNames) === undefined) return { search, hash };
  return { search: query, hash: hash === '' ? rest.join('#') : hash };
}

/**
 * The same of this page. One that stands in a frame as text has no address of its own: whoever put it there has written
 * what it would say into the page.
 */
export function askedAddress(page: Pick<Document, 'location' | 'querySelector'>): ReturnType<typeof addressParts> {
  const { location } = page;
  if (location.protocol !== 'about:') return addressParts(location.search, location.hash);
  const said = page.querySelector<HTMLMetaElement>('meta[name="minibatch-lab"]')?.content ?? '';
  const [search] = said.split('#', 1);
  return { search, hash: said.slice(search.length) };
}

/** Reads a hash; what is unknown or bad gives the default and, where it was meant for us, a sentence. */
export function parseLink(hash: string): ReadLink {
  const { text, bare } = readParts(hash);
  const notices = [...versionNotices(text.get('v'))];
  if (hash.length > longestLink) notices.push(`Only the first ${longestLink} characters of the link were read.`);
  const read = (field: Field): FieldValue => {
    const value = text.get(field.name);
    if (value === undefined) return field.default;
    const parsed = parseValue(field, value);
    const problem = refusalOf(field, parsed);
    if (problem === null) return parsed;
    notices.push(problem);
    return field.default;
  };
  const fields = settingFields(keysOf(Object.fromEntries(text)));
  const step = read(stepField) as number;
  const phase = (read(phaseField) as Phase | '') || null;
  const beside = Object.fromEntries(
    besideNames.flatMap((name) => (text.has(name) ? [[name, present(text.get(name))]] : [])),
  );
  const { config, hyperparameters, refused } = fromValues(Object.fromEntries(text));
  const dataMark = text.get('dataMark');
  if (dataMark !== undefined && config.data === undefined)
    notices.push(
      `This link is about data that it has no room for (${quoted(dataMark)}): open the file that holds them.`,
    );
  const network = networkIn(config);
  const watch = text.get('watch');
  const seen = network === null || watch === undefined ? null : parseWatched(network, watch);
  const known = new Set<string>([
    'v',
    'start',
    'step',
    'phase',
    'lesson',
    'guess',
    ...dataNames,
    ...besideNames,
    ...fields.map(({ name }) => name),
  ]);
  const plane = text.get('plane');
  const shown = network === null || plane === undefined ? null : parsePlane(plane);
  if (network !== null) for (const name of ['watch', 'plane']) known.add(name);
  notices.push(...unknownNotices([...[...text.keys()].filter((name) => !known.has(name)), ...bare]));
  for (const read of [seen, shown]) if (read?.refusal) notices.push(read.refusal);
  const lesson = text.get('lesson')?.trim().toLowerCase() ?? 'none';
  const place: LinkPlace = {
    ...{ step, phase },
    ...(seen !== null && { watched: seen.watched }),
    ...(shown !== null && { planeChoice: shown.planeChoice }),
    ...(Object.keys(beside).length > 0 && { beside }),
    ...(dataMark !== undefined && config.data === undefined && { dataMark }),
    ...(lesson !== 'none' && lesson !== '' && { asks: { key: lesson, guess: text.get('guess') ?? null } }),
  };
  return { config, hyperparameters, ...place, refused: [...refused, ...notices] };
}

/**
 * What a hash says by name, the start taken apart into its two weights; and the names of a link that say nothing. Where
 * nothing is said at all, the hash is none of ours.
 */
function readParts(hash: string): { readonly text: ReadonlyMap<string, string>; readonly bare: readonly string[] } {
  const text = new Map<string, string>();
  const bare: string[] = [];
  for (const [written, value] of partsOf(hash.replace(/^#/, '').slice(0, longestLink))) {
    if (value === null) bare.push(written);
    else if (written !== '') text.set(sameName(written, linkNames) ?? written, value);
  }
  const start = text.get('start');
  if (start !== undefined) {
    const [first, second, ...more] = start.split(',');
    const isPair = second !== undefined && more.length === 0;
    text.set('start1', isPair ? first : `(${start})`);
    if (isPair) text.set('start2', second);
  }
  return { text, bare: text.size === 0 ? [] : bare };
}

function versionNotices(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const version = Number(text);
  if (!Number.isInteger(version) || version < 1)
    return [`The version of a link is a whole number, not ${quoted(text)}.`];
  if (version <= linkVersion) return [];
  return ['This link was made by a newer version of the lab; what is known here was loaded.'];
}

function unknownNotices(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const listed = names.slice(0, mostUnknown).map(quoted).join(', ');
  // A name that another problem or optimizer knows is no slip.
  const slips = names.slice(0, mostUnknown).filter((name) => !linkNames.includes(name));
  const more = names.length > mostUnknown ? ', …' : '';
  return [`The link also says ${listed}${more}, which means nothing here.${didYouMean(slips, linkNames)}`];
}

const formatText = (text: string): string =>
  encodeURIComponent(text).replace(/%2C|%2B/g, (code) => (code === '%2C' ? ',' : '+'));
