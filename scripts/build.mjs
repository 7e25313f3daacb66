// Builds the page twice over: node scripts/build.mjs [folder]
// dist/index.html with its assets for a web server, dist/minibatch-lab.html with everything inside, and the ways into
// other pages.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildDoors } from './doors.mjs';
import { addPolicy } from './policy.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = resolve(root, process.argv[2] ?? 'dist');
const singleFolder = `${folder}.single`;

try {
  await build({ root, build: { outDir: folder, emptyOutDir: true } });
  await build({ root, mode: 'single', logLevel: 'warn', build: { outDir: singleFolder, emptyOutDir: true } });
  const page = addPolicy(readFileSync(join(singleFolder, 'index.html'), 'utf8'));
  writeFileSync(join(folder, 'minibatch-lab.html'), page);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await buildDoors(root, folder, version);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(singleFolder, { recursive: true, force: true });
}
