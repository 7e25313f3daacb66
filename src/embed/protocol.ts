// The messages between this page and one that embeds it. Every message is a plain object
//   { ns: 'minibatch-lab', v: 1, type, id?, payload? }
// A request is answered once, to its sender alone, by `result` or `error` with the same id; `hello` is answered by
// `ready` and asks for the events. What is not in our namespace is none of our business.

import { defaultStepLimit } from '../lab/defaults.ts';
import { didYouMean, sameName } from '../lab/nearMiss.ts';
import { quoted } from '../training/quoted.ts';
import { parseLanguage, parseLevel, parseNames, parseSwitch, parseTheme, themes } from './host.ts';
import { levels, type WishChange } from './wishes.ts';

export const namespace = 'minibatch-lab';
export const protocolVersion = 1;

export const requestTypes = [
  'hello',
  'getState',
  'setState',
  'setHost',
  'play',
  'pause',
  'step',
  'stepPhase',
  'reset',
  'seek',
  'export',
] as const;
export type RequestType = (typeof requestTypes)[number];

export const exportFormats = ['svg', 'png', 'csv', 'json', 'script'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What this page says; never answered when another page says it, or two pages could answer each other for ever. */
const saidTypes: readonly string[] = [
  'ready',
  'result',
  'change',
  'steps',
  'diverged',
  'converged',
  'limit',
  'height',
  'key',
  'error',
];

export type Request =
  | { readonly type: 'hello' | 'getState' | 'play' | 'pause' | 'stepPhase' | 'reset' }
  | { readonly type: 'setState'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly type: 'setHost'; readonly change: WishChange }
  | { readonly type: 'step'; readonly count: number }
  | { readonly type: 'seek'; readonly step: number }
  | { readonly type: 'export'; readonly format: ExportFormat; readonly options: ExportOptions };

export interface ExportOptions {
  /** Enlargement of a PNG, 1 to 4. */
  readonly scale: number;
  /** Which library a script is written for. */
  readonly library: string;
}

export type RequestId = string | number;

/** Why a request was refused: a part of the protocol, so that a host can tell the cases apart. */
export type ErrorCode = 'version' | 'type' | 'payload' | 'setting' | 'export' | 'timeout' | 'superseded' | 'stopped';

/** A refusal, with a sentence for people. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export interface Envelope {
  readonly id: RequestId | undefined;
  /** A request, or why it is none. */
  readonly request: Request | RequestError;
}

type Payload = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Longest id, most settings in one message. */
const longestId = 64;
const mostValues = 100;

/** Reads whatever arrived. Null for what is not meant for this page: another namespace, or an answer. */
export function parseMessage(data: unknown): Envelope | null {
  if (!isObject(data) || data.ns !== namespace || saidTypes.includes(data.type as string)) return null;
  const id = isId(data.id) ? data.id : undefined;
  try {
    if (data.id !== undefined && id === undefined)
      throw new RequestError('payload', `An id is a number or a text of at most ${longestId} characters.`);
    if (data.v !== protocolVersion)
      throw new RequestError('version', `This page speaks version ${protocolVersion} of ${namespace}.`);
    return { id, request: parseRequest(data) };
  } catch (error) {
    if (error instanceof RequestError) return { id, request: error };
    throw error;
  }
}

const isId = (value: unknown): value is RequestId =>
  typeof value === 'string' ? value.length <= longestId : Number.isFinite(value);

function parseRequest({ type: written, payload }: Payload): Request {
  const type = typeof written === 'string' ? sameName(written, requestTypes) : undefined;
  if (type === undefined) {
    const meant = typeof written === 'string' ? didYouMean([written], requestTypes) : '';
    throw new RequestError('type', `There is no request of this type; there are ${requestTypes.join(', ')}.${meant}`);
  }
  if (payload !== undefined && !isObject(payload)) throw new RequestError('payload', 'A payload is an object.');
  const given = spelled(payload ?? {}, payloadNames[type as RequestType] ?? []);
  switch (type as RequestType) {
    case 'setState':
      return { type: 'setState', values: given };
    case 'setHost':
      return { type: 'setHost', change: parseWishes(given) };
    case 'step':
      return { type: 'step', count: wholeNumber(given, 'count', 1, defaultStepLimit, 1) };
    case 'seek':
      return { type: 'seek', step: wholeNumber(given, 'step', 0, defaultStepLimit) };
    case 'export':
      return parseExport(given);
    default:
      return { type: type as 'hello' | 'getState' | 'play' | 'pause' | 'stepPhase' | 'reset' };
  }
}

/** What the payloads of requests may hold; for other requests it does not matter. */
const payloadNames: Readonly<Partial<Record<RequestType, readonly string[]>>> = {
  setHost: ['hide', 'keys', 'lang', 'level', 'lock', 'show', 'theme'],
  step: ['count'],
  seek: ['step'],
  export: ['format', 'library', 'scale'],
};

/** A payload by the names as they are spelled here. What has another name is the host's own, unless it is a slip. */
function spelled(payload: Payload, names: readonly string[]): Payload {
  if (Object.keys(payload).length > mostValues)
    throw new RequestError('payload', `A message sets at most ${mostValues} values.`);
  return Object.fromEntries(
    Object.entries(payload).map(([written, value]) => {
      const name = sameName(written, names);
      const meant = name === undefined ? didYouMean([written], names) : '';
      if (meant !== '') throw new RequestError('payload', `${quoted(written)} means nothing in this request.${meant}`);
      return [name ?? written, value];
    }),
  );
}

const own = (payload: Payload, name: string): unknown => (Object.hasOwn(payload, name) ? payload[name] : undefined);

function wholeNumber(payload: Payload, name: string, min: number, max: number, initial?: number): number {
  const value = own(payload, name) ?? initial;
  if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return (value as number) + 0;
  throw new RequestError('payload', `${name} is a whole number from ${min} to ${max}.`);
}

function parseExport(payload: Payload): Request {
  const format = text(payload, 'format', (word) => sameName(word, exportFormats), exportFormats);
  if (format === undefined) throw new RequestError('payload', `format is one of ${exportFormats.join(', ')}.`);
  const library = own(payload, 'library') ?? 'numpy';
  if (typeof library !== 'string' || !/^[a-z-]{1,20}$/i.test(library))
    throw new RequestError('payload', 'library is the name of a library, such as numpy.');
  const options = { scale: wholeNumber(payload, 'scale', 1, 4, 2), library: library.toLowerCase() };
  return { type: 'export', format: format as ExportFormat, options };
}

/** Lists of names may come as lists or, as in the address, as text with commas. */
function names(payload: Payload, name: string): readonly string[] | undefined {
  const value = own(payload, name);
  if (value === undefined) return undefined;
  const isList = Array.isArray(value) && value.length <= mostValues && value.every((item) => typeof item === 'string');
  const text = isList ? value.join(',') : value;
  const parsed = typeof text === 'string' ? parseNames(text) : null;
  if (parsed === null || parsed.bad.length > 0)
    throw new RequestError('payload', `${name} is a list of names of controls and panels.`);
  return parsed.names;
}

function parseWishes(payload: Payload): WishChange {
  const hide = names(payload, 'hide');
  const show = names(payload, 'show');
  const lock = names(payload, 'lock');
  const theme = text(payload, 'theme', parseTheme, themes);
  const level = text(payload, 'level', parseLevel, levels);
  const hasShortcuts = onOff(payload, 'keys');
  const language =
    own(payload, 'lang') === null ? null : text(payload, 'lang', parseLanguage, 'a language tag, or null');
  return {
    ...(hide !== undefined && { hide }),
    ...(show !== undefined && { show }),
    ...(lock !== undefined && { lock }),
    ...(level !== undefined && { level }),
    ...(theme !== undefined && { theme }),
    ...(language !== undefined && { language }),
    ...(hasShortcuts !== undefined && { hasShortcuts }),
  };
}

/** A switch, by itself or, as in the address, as text. */
function onOff(payload: Payload, name: string): boolean | undefined {
  const value = own(payload, name);
  return typeof value === 'boolean' ? value : text(payload, name, parseSwitch, 'on or off');
}

function text<Value>(
  payload: Payload,
  name: string,
  parse: (value: string) => Value | undefined,
  meaning: string | readonly string[],
): Value | undefined {
  const value = own(payload, name);
  if (value === undefined) return undefined;
  const parsed = typeof value === 'string' ? parse(value) : undefined;
  if (parsed !== undefined) return parsed;
  const isChoice = typeof meaning !== 'string';
  const meant = isChoice && typeof value === 'string' ? didYouMean([value], meaning) : '';
  throw new RequestError('payload', `${name} is ${isChoice ? `one of ${meaning.join(', ')}` : meaning}.${meant}`);
}
