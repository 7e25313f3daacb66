// The link and the code for a course page, from what is shared and what is asked of the frame.

import { formatHost } from '../../embed/host.ts';
import type { HostWishes } from '../../embed/wishes.ts';

export interface Shared {
  /** Where the page stands, without query and hash. */
  readonly page: string;
  /** The run, as a hash. */
  readonly hash: string;
  readonly wishes: Partial<HostWishes>;
}

export const shareLink = ({ page, hash, wishes }: Shared): string => `${page}${formatHost(wishes)}${hash}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An `<iframe>` that says what it is, loads when it is near, and may copy and fill the screen. */
export function frameCode(link: string, title: string, height: number): string {
  const lines = [
    `src="${escaped(link)}"`,
    `title="${escaped(title)}" width="100%" height="${height}"`,
    'allow="clipboard-write; fullscreen" loading="lazy" style="border: 0"',
  ];
  return `<iframe\n  ${lines.join('\n  ')}></iframe>`;
}
