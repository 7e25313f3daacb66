// Settings and wishes as an address of the lab says them: wishes in the query, settings after the `#`.

import { escaped } from '../embed/markup.ts';
import type { Settings, Wishes } from './messages.ts';

/** A value as text: lists with commas, switches as 1 and 0. */
export const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(',') : value === true ? '1' : value === false ? '0' : String(value);

/** A value as an address has it; commas stay readable. */
export const encoded = (text: string): string => encodeURIComponent(text).replaceAll('%2C', ',');

const pairsOf = (values: object): readonly (readonly [name: string, text: string])[] =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => [name, textOf(value)]);

/** `?embed=1&...#problem=...`; a lab that is held by another page is always an embedded one. */
export function partsOfAddress(settings: Settings, wishes: Wishes): { readonly query: string; readonly hash: string } {
  const written = (values: object): string =>
    pairsOf(values)
      .map(([name, text]) => `${name}=${encoded(text)}`)
      .join('&');
  return { query: `?${written({ embed: true, ...wishes })}`, hash: `#${written({ v: 1, ...settings })}` };
}

/** The page as text with its query and hash in it, for a frame that has no address to put them in. */
export function pageWithAddress(page: string, { query, hash }: { readonly query: string; readonly hash: string }) {
  return page.replace(
    /<head[^>]*>/,
    (head) => `${head}<meta name="minibatch-lab" content="${escaped(`${query}${hash}`)}">`,
  );
}

/** Whether `address` is that of a page; `javascript:` would be a script in the page around the lab. */
export const isOfPage = (address: URL | null): address is URL =>
  address !== null && ['http:', 'https:', 'file:'].includes(address.protocol);
