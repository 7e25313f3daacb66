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

const rows = [
  ['The page, all of it', sum(['index.html', ...assets]), 160_000],
  ['The page before the first interaction', sum(eager), 130_000],
  ['The page as a single file', sizeOf('minibatch-lab.html'), 160_000],
  ['embed.js, for host pages', sizeOf('embed.js'), 3_000],
];

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const [name, bytes, limit] of rows) {
  const verdict = bytes <= limit ? 'met' : 'NOT met';
  console.log(`${name.padEnd(38)} ${kilobytes(bytes).padStart(9)} gzip, at most ${kilobytes(limit)}: ${verdict}`);
}
process.exitCode = rows.every(([, bytes, limit]) => bytes <= limit) ? 0 : 1;
