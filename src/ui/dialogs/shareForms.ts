// The code for a course page in the form that the page is written in. Each is a whole that can be pasted as it stands; a
// test compiles or parses every one by the program that will read it.

import { formatHost } from '../../embed/host.ts';
import { escaped } from '../../embed/markup.ts';
import { notebookCell } from '../../embed/notebookCell.ts';
import type { HostWishes } from '../../embed/wishes.ts';
import { partsOf } from '../../lab/linkText.ts';

export const shareForms = [
  'frame',
  'sizing',
  'element',
  'mdx',
  'react',
  'myst',
  'quarto',
  'reveal',
  'moodle',
  'anywidget',
] as const;
export type ShareForm = (typeof shareForms)[number];

export interface Shared {
  /** Where the lab stands, without query and hash. */
  readonly page: string;
  /** The run, as a hash. */
  readonly hash: string;
  readonly wishes: Partial<HostWishes>;
}

/** What the code says besides: the name of the frame, and its height in CSS pixels. */
export interface Framed extends Shared {
  readonly title: string;
  readonly height: number;
}

export const shareLink = ({ page, hash, wishes }: Shared): string => `${page}${formatHost(wishes)}${hash}`;

/** A text in JSX and JavaScript, whatever stands in it. */
const literal = (text: string): string => JSON.stringify(text);

type Pairs = readonly (readonly [name: string, value: string])[];

const settingsOf = (hash: string): Pairs =>
  partsOf(hash.slice(1)).flatMap(([name, value]) => (name === 'v' ? [] : [[name, value ?? '1'] as const]));

/** Wishes as the element and the component take them; that it is embedded goes without saying. */
const wishesOf = (wishes: Partial<HostWishes>): Pairs =>
  partsOf(formatHost({ ...wishes, isEmbedded: false }).slice(1)).map(([name, value]) => [name, value ?? '1']);

/** What lies beside the lab on its server. */
const besideLab = (page: string, file: string): string =>
  URL.canParse(file, page) ? new URL(file, page).href : `${page}${file}`;

const frameLines = (framed: Framed): readonly string[] => [
  `src="${escaped(shareLink(framed))}"`,
  `title="${escaped(framed.title)}" width="100%" height="${framed.height}" frameborder="0"`,
];

/** An `<iframe>` that says what it is, loads when it is near, and may copy and fill the screen. */
const frame = (framed: Framed): string => {
  const lines = [...frameLines(framed), 'allow="clipboard-write; fullscreen" allowfullscreen loading="lazy"'];
  return `<iframe\n  ${lines.join('\n  ')}></iframe>`;
};

/** The same with what makes it as high as the lab says. */
const sizing = (framed: Framed): string => `${frame(framed)}
<script>
addEventListener('message', ({ source, data }) => {
  if (data?.ns !== 'minibatch-lab' || data.type !== 'height') return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.height = data.payload.height;
});
</script>`;

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The element without its script. */
function element({ page, hash, wishes, title }: Framed): string {
  const pairs: Pairs = [['title', title], ['src', page], ...settingsOf(hash), ...wishesOf(wishes)];
  const attributes = pairs.map(([name, value]) => `  ${dashed(name)}="${escaped(value)}"`);
  return `<minibatch-lab\n${attributes.join('\n')}></minibatch-lab>`;
}

const elementWithScript = (framed: Framed): string =>
  `<script type="module" src="${escaped(besideLab(framed.page, 'embed.js'))}"></script>\n${element(framed)}`;

/** A frame as MDX and JSX have it. */
const mdx = (framed: Framed): string => `<iframe
  src={${literal(shareLink(framed))}}
  title={${literal(framed.title)}}
  width="100%"
  height="${framed.height}"
  allow="clipboard-write; fullscreen"
  allowFullScreen
  loading="lazy"
  style={{ border: 0 }}
/>`;

const isName = (text: string): boolean => /^[a-z_$][\w$]*$/i.test(text);

/** Values as they are meant in JavaScript: numbers as numbers, where nothing is lost. */
const scriptValue = (value: string): string => (String(Number(value)) === value ? value : literal(value));

const objectOf = (pairs: Pairs): string =>
  `{ ${pairs.map(([name, value]) => `${isName(name) ? name : literal(name)}: ${scriptValue(value)}`).join(', ')} }`;

function react({ page, hash, wishes, title, height }: Framed): string {
  const said = wishesOf(wishes).map(([name, value]) => `\n      ${name}={${scriptWish(name, value)}}`);
  return `import { MinibatchLab } from 'minibatch-lab/react';

export function Lab() {
  return (
    <MinibatchLab
      src={${literal(page)}}
      initialSettings={${objectOf(settingsOf(hash))}}
      title={${literal(title)}}
      height={${height}}${said.join('')}
    />
  );
}`;
}

/** Switches are switches there. */
const scriptWish = (name: string, value: string): string =>
  ['autoplay', 'keys'].includes(name) ? String(value === '1') : literal(value);

/** MyST's directive has no height of its own: a frame there keeps its shape. */
const myst = (framed: Framed): string => `:::{iframe} ${shareLink(framed)}
:width: 100%
:title: ${framed.title}
:::`;

const quarto = (framed: Framed): string => `\`\`\`{=html}\n${frame(framed)}\n\`\`\``;

/** A slide of Reveal loads its frame when it comes near. */
const reveal = (framed: Framed): string => `<section>
  <iframe
    data-src="${escaped(shareLink(framed))}"
    title="${escaped(framed.title)}" width="100%" height="${framed.height}" frameborder="0"
    allow="clipboard-write; fullscreen" allowfullscreen></iframe>
</section>`;

/** What Moodle's and Canvas' editors keep of a frame: they take \`allow\`, \`loading\`, and styles off. */
const moodle = (framed: Framed): string =>
  `<iframe\n  ${[...frameLines(framed), 'allowfullscreen'].join('\n  ')}></iframe>`;

/** A value of JSON as Python writes it. */
const python = (pairs: Pairs): string =>
  `{${pairs.map(([name, value]) => `${JSON.stringify(name)}: ${String(Number(value)) === value ? value : JSON.stringify(value)}`).join(', ')}}`;

const anywidget = ({ page, hash, wishes }: Framed): string =>
  notebookCell({
    module: JSON.stringify(besideLab(page, 'anywidget/widget.mjs')),
    settings: python(settingsOf(hash)),
    wishes: python(wishesOf(wishes)),
  });

const writers: Readonly<Record<ShareForm, (framed: Framed) => string>> = {
  ...{ frame, sizing, element: elementWithScript, mdx, react, myst, quarto, reveal, moodle, anywidget },
};

/** The code for a page that is written in this form. */
export const shareCode = (form: ShareForm, framed: Framed): string => writers[form](framed);
