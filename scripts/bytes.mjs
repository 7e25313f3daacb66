// The size of the built page, gzip, against its limits.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist');

const sizeOf = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const sum = (files) => files.reduce((total, file) => total + sizeOf(file), 0);

/** What the browser fetches by itself when it reads the page. */
function eagerFiles(html) {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => tag.startsWith('<script') || /\brel="(?:stylesheet|modulepreload|preload)"/.test(tag))
    .map((tag) => tag.match(/\b(?:src|href)="([^"]+)"/)?.[1])
    .filter((address) => address !== undefined && !address.startsWith('data:'))
    .map((address) => posix.normalize(address));
}

/** The files and what they cannot do without: what one imports, it waits for. */
function withImports(files) {
  const all = new Set(files);
  for (const file of all) {
    const imports = file.endsWith('.js')
      ? readFileSync(join(dist, file), 'utf8').matchAll(/\bfrom["'`]\.\/([^"'`]+)/g)
      : [];
    for (const [, name] of imports) all.add(`assets/${name}`);
  }
  return [...all];
}

const first = withImports(['index.html', ...eagerFiles(readFileSync(join(dist, 'index.html'), 'utf8'))]);
const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);
const second = assets.filter((file) => /\/second-[^/]+$/.test(file));
// The page asks for it at the first touch: it holds what weight space shows of a step.
const ofRun = assets.filter((file) => /\/run-[^/]+$/.test(file));
if (ofRun.length === 0) throw new Error('The build has no file of what a run shows.');
if (second.length === 0) throw new Error('The build has no file of what loads second.');

/** What shows a network, and its words. */
const ofNetworks = /\/(?:Network|network|Layers|FaceSwitch|Prediction|ExampleArea|useDataMaps)/;

// A browser test sees that a page without the second file can be used, and that a page at rest fetches these two only.
const rows = [
  { name: 'Before the first interaction', bytes: sum(first), limit: 110_200, goal: 125_000 },
  { name: 'Before the first step is drawn', bytes: sum(withImports([...first, ...ofRun])), limit: 130_000 },
  {
    name: 'All that a page loads by itself',
    bytes: sum(withImports([...first, ...second])),
    limit: 132_900,
    goal: 143_000,
  },
  { name: 'Views loaded on demand', bytes: sum(assets.filter((file) => ![...first, ...second].includes(file))) },
  { name: 'Of these, a network', bytes: sum(assets.filter((file) => ofNetworks.test(file))), limit: 40_000 },
  { name: 'The page as a single file', bytes: sizeOf('minibatch-lab.html'), limit: 478_000, goal: 400_000 },
  { name: 'embed.js, for host pages', bytes: sizeOf('embed.js'), limit: 5_000 },
];

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const isMet = ({ bytes, limit = Number.POSITIVE_INFINITY }) => bytes <= limit;

// A limit fails the check; a goal that is not reached yet is said.
const goalOf = ({ bytes, goal }) =>
  goal === undefined ? '' : `; goal ${kilobytes(goal)}: ${bytes <= goal ? 'met' : 'NOT met'}`;

const verdictOn = (row) =>
  row.limit === undefined ? '' : `at most ${kilobytes(row.limit)}: ${isMet(row) ? 'met' : 'NOT met'}${goalOf(row)}`;

for (const row of rows)
  console.log(`${row.name.padEnd(32)} ${kilobytes(row.bytes).padStart(9)} gzip  ${verdictOn(row)}`.trimEnd());
process.exitCode = rows.every(isMet) ? 0 : 1;
