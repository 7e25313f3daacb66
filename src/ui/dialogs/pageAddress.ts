// The address under which others find the page.

/** Stands in for the address of a page that has none that can be told. */
export const placeholder = 'https://your.server/minibatch-lab/';

/** Why others cannot open the page where it is: it is in a file, on this machine, in a private network, or nowhere. */
export type Hindrance = 'file' | 'here' | 'network' | 'none';

export interface PageAddress {
  /** Without query and hash; a stand-in for a file, whose folders are nobody's business, and for what has no address. */
  readonly page: string;
  /** Whether a frame of this page can load it. */
  readonly isReal: boolean;
  /** Null where others can open it. */
  readonly hindrance: Hindrance | null;
}

/** Names and numbers that mean this machine, or one that only its neighbours reach. */
const isHere = (host: string): boolean => /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1\])$/i.test(host);
const isNear = (host: string): boolean =>
  /^(10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|169\.254(\.\d+){2}|\[f[cd].*\]|\[fe[89ab].*\])$/i.test(
    host,
  ) || /^[^.[\]]+$|\.(local|lan|internal|home\.arpa)$/i.test(host);

export function pageAddress(href: string): PageAddress {
  const page = href.replace(/[?#].*$/s, '');
  if (/^file:/i.test(page)) return { page: placeholder, isReal: false, hindrance: 'file' };
  if (!/^https?:/i.test(page) || !URL.canParse(page)) return { page: placeholder, isReal: false, hindrance: 'none' };
  const { hostname } = new URL(page);
  const hindrance = isHere(hostname) ? 'here' : isNear(hostname) ? 'network' : null;
  return { page, isReal: true, hindrance };
}

/** An address that someone has typed for the lab, or null for what is none. */
export function typedAddress(text: string): string | null {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return null;
  const { protocol, href } = new URL(trimmed);
  return protocol === 'http:' || protocol === 'https:' ? href.replace(/[?#].*$/s, '') : null;
}
