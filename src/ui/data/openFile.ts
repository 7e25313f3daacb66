// A file that somebody brings: a table, a run that was saved, or data as a host page sends them. Its encoding is told by its
// first bytes; what is not UTF-8 is taken for Windows-1252, which spreadsheets still write.

import { parseRunFile, type RunFile } from '../../export/json.ts';
import { type OwnData, readOwnData } from '../../training/ownData/ownData.ts';
import { longestText } from '../../training/table/readTable.ts';

export type Opened =
  | { readonly kind: 'table'; readonly text: string }
  | { readonly kind: 'run'; readonly run: RunFile }
  | { readonly kind: 'data'; readonly data: OwnData };

/** A saved run holds its steps as well. */
const largestRun = 64 * 1_048_576;

/** @throws RangeError in one sentence for JSON that is none of ours */
export async function openFile(file: Blob): Promise<Opened> {
  const begin = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  if (!/^\ufeff?\s*\{/.test(decoded(begin))) {
    // Of a longer text it is enough to see that it is.
    const bytes = new Uint8Array(await file.slice(0, 4 * longestText + 4).arrayBuffer());
    return { kind: 'table', text: decoded(bytes) };
  }
  if (file.size > largestRun) throw new RangeError('This file is larger than 64 MB.');
  return ofJson(decoded(new Uint8Array(await file.arrayBuffer())));
}

export function ofJson(text: string): Opened {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new RangeError('This file is not JSON.');
  }
  if (typeof content === 'object' && content !== null && 'format' in content)
    return { kind: 'run', run: parseRunFile(text) };
  // As a message has them, under their key, or by themselves.
  const { data = content } = (content ?? {}) as { readonly data?: unknown };
  return { kind: 'data', data: readOwnData(data) };
}

export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Without a mark as well: of two bytes one is empty in nearly every sign of a table.
  const empty = [0, 1].map(
    (place) => bytes.subarray(0, 200).filter((byte, at) => byte === 0 && at % 2 === place).length,
  );
  const most = Math.min(200, bytes.length) / 2;
  if (empty[1] > 0.7 * most && empty[0] === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (empty[0] > 0.7 * most && empty[1] === 0) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // A sign that is cut at the end of a part is no other encoding.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
