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

const eager = ['index.html', ...eagerFiles(readFileSync(join(dist, 'index.html'), 'utf8'))];
const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);

// What a page fetches to start and to run, the worker included, is held to the limit; views that load on demand are
// counted apart. The goals are where it should go.
const rows = [
  { name: 'The page, to start and to run', bytes: sum(eager), limit: 160_000, goal: 130_000 },
  { name: 'Views loaded on demand', bytes: sum(assets.filter((file) => !eager.includes(file))) },
  { name: 'The page as a single file', bytes: sizeOf('minibatch-lab.html'), limit: 300_000 },
  { name: 'embed.js, for host pages', bytes: sizeOf('embed.js'), limit: 3_000 },
];

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function verdictOn({ bytes, limit, goal }) {
  const parts = [];
  if (limit !== undefined) parts.push(`at most ${kilobytes(limit)}: ${bytes <= limit ? 'met' : 'NOT met'}`);
  if (goal !== undefined) parts.push(`goal ${kilobytes(goal)}: ${bytes <= goal ? 'met' : 'NOT met'}`);
  return parts.join(', ');
}

for (const row of rows)
  console.log(`${row.name.padEnd(32)} ${kilobytes(row.bytes).padStart(9)} gzip  ${verdictOn(row)}`.trimEnd());
process.exitCode = rows.every(({ bytes, limit = Number.POSITIVE_INFINITY }) => bytes <= limit) ? 0 : 1;
