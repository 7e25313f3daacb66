// Builds the page twice over: node scripts/build.mjs [folder]
// dist/index.html with its assets for a web server, dist/minibatch-lab.html with everything inside, dist/answers.html,
// which reads answers, the ways into other pages, and a SCORM package.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildDoors } from './doors.mjs';
import { addPolicy } from './policy.mjs';
import { buildScorm } from './scorm.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = resolve(root, process.argv[2] ?? 'dist');
const singleFolder = `${folder}.single`;

/** One file with everything inside. */
async function buildOne(mode, from, to) {
  await build({ root, mode, logLevel: 'warn', build: { outDir: singleFolder, emptyOutDir: true } });
  writeFileSync(join(folder, to), addPolicy(readFileSync(join(singleFolder, from), 'utf8')));
}

try {
  await build({ root, build: { outDir: folder, emptyOutDir: true } });
  await buildOne('single', 'index.html', 'minibatch-lab.html');
  await buildOne('answers', 'answers.html', 'answers.html');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await buildDoors(root, folder, version);
  await buildScorm({ folder, file: join(folder, 'minibatch-lab-scorm.zip') });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(singleFolder, { recursive: true, force: true });
}
