// Own data on their way in and out of links, messages, and files, and what a run on them takes.
// In a link: the columns as JSON in the shortest digits that lead back to each number, deflated, in base64url.

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { hashNumbers } from '../../training/hash.ts';
import { columnNames, type OwnData, readOwnData, wordsIn } from '../../training/ownData/ownData.ts';
import { fromBase64Url, toBase64Url } from '../base64url.ts';
import type { OwnPart } from './ownSlot.ts';

/** Longest text of data that is unpacked, in characters. */
const longestText = 8192;

/** What was read once, and the last text that was: they are the same data to whoever reads them again. */
const known = new WeakSet<object>();
let last: { readonly text: string; readonly data: OwnData } | null = null;

function read(value: unknown): OwnData {
  if (typeof value === 'object' && value !== null && known.has(value)) return value as OwnData;
  if (typeof value === 'string' && value === last?.text) return last.data;
  const data = readOwnData(typeof value === 'string' ? unpacked(value) : value);
  known.add(data);
  if (typeof value === 'string') last = { text: value, data };
  return data;
}

/** The columns one after the other: neighbours that resemble each other need less room. */
function packed({ x, y, names, classes }: OwnData): string {
  const columns = [...x[0].map((_, place) => x.map((row) => row[place])), y];
  const said = classes === undefined ? (names === undefined ? [] : [names]) : [names ?? [], classes];
  const bytes = deflateSync(strToU8(JSON.stringify([columns, ...said])), { level: 9 });
  return toBase64Url(strFromU8(bytes, true));
}

function unpacked(text: string): unknown {
  if (text.length > longestText) throw new RangeError('The data of this link are too long to be read.');
  try {
    const bytes = strToU8(fromBase64Url(text), true);
    const [columns, names, classes]: [number[][], string[]?, string[]?] = JSON.parse(strFromU8(inflateSync(bytes)));
    const features = columns.slice(0, -1);
    const y = columns[columns.length - 1];
    const rows = y.map((_, row) => features.map((column) => column[row]));
    return { x: rows, y, ...wordsIn({ names, classes }) };
  } catch {
    throw new RangeError('The data of this link cannot be read.');
  }
}

/** What was found of data before: they never change. */
function remembered(find: (data: OwnData) => string): (data: OwnData) => string {
  const found = new WeakMap<OwnData, string>();
  return (data) => {
    const text = found.get(data) ?? find(data);
    found.set(data, text);
    return text;
  };
}

function markOf(data: OwnData): string {
  const numbers = Float64Array.from([...data.x.flat(), ...data.y]);
  const words = [...columnNames(data), ...(data.classes ?? [])].join('\n');
  const names = Float64Array.from(words, (sign) => sign.charCodeAt(0));
  return hashNumbers(Float64Array.from([...numbers, ...names]));
}

export const ownPart: OwnPart = { read, textOf: remembered(packed), markOf: remembered(markOf) };

export { ownRun } from '../../training/theory/ownRun.ts';
