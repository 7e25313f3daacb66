// Builds the page twice over: node scripts/build.mjs [folder]
// dist/index.html with its assets for a web server, dist/minibatch-lab.html with everything inside, dist/answers.html,
// which reads answers, the ways into other pages, and a SCORM package.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildDoors } from './doors.mjs';
import { renderFirstPicture, withFirstPicture } from './firstPicture.mjs';
import { addPolicy } from './policy.mjs';
import { buildScorm } from './scorm.mjs';
import { splitStyles } from './splitStyles.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = resolve(root, process.argv[2] ?? 'dist');
const singleFolder = `${folder}.single`;

/** One file with everything inside. */
async function buildOne(mode, from, to, change = (html) => html) {
  await build({ root, mode, logLevel: 'warn', build: { outDir: singleFolder, emptyOutDir: true } });
  writeFileSync(join(folder, to), addPolicy(change(readFileSync(join(singleFolder, from), 'utf8'))));
}

/** The page's file with its first picture, and with its style sheet, which stood beside it. */
function addPicture(picture) {
  const file = join(folder, 'index.html');
  const html = readFileSync(file, 'utf8');
  const all = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css'));
  const isLinked = (name) => html.includes(`/${name}"`);
  const textOf = (names) => names.map((name) => readFileSync(join(folder, 'assets', name), 'utf8')).join('');
  const linked = all.filter(isLinked);
  const [first, later] = splitStyles(textOf(linked), picture.mayComeLater);
  // What loads second brings the rest.
  const second = all.find((name) => name.startsWith('second-'));
  writeFileSync(join(folder, 'assets', second), later + textOf([second]));
  const rest = textOf(all.filter((name) => !isLinked(name)));
  writeFileSync(file, withFirstPicture(html, picture, first, rest, `./assets/${linked[0]}`));
  forget(linked);
}

/** No later part asks for these style sheets any more. */
function forget(sheets) {
  for (const name of readdirSync(join(folder, 'assets')).filter((one) => one.endsWith('.js'))) {
    const file = join(folder, 'assets', name);
    const text = readFileSync(file, 'utf8');
    const changed = sheets.reduce((rest, sheet) => rest.replaceAll(`"./${sheet}"`, '0'), text);
    if (changed === text) continue;
    const needed = '.map(i=>d[i])';
    if (!changed.includes(needed))
      throw new Error('Vite has another list of what a part needs: see scripts/build.mjs.');
    writeFileSync(file, changed.replace(needed, '.flatMap(i=>d[i]||[])'));
  }
}

try {
  await build({ root, build: { outDir: folder, emptyOutDir: true } });
  const picture = await renderFirstPicture();
  addPicture(picture);
  await buildOne('single', 'index.html', 'minibatch-lab.html', (html) => withFirstPicture(html, picture));
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
