// npm run bench: every part of the benchmark, one after the other, so that none disturbs another's time.
// npm run bench -- phone cold: those parts alone.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { runNode } from './run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

/** Bundles bench/run.ts as a browser would get it, but for Node, and runs it in one process. */
async function arithmetic() {
  const { build } = await import('vite');
  const folder = join(root, '.cache/bench');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { ssr: 'bench/run.ts', outDir: folder, emptyOutDir: true, copyPublicDir: false, target: 'node20' },
  });
  return runNode([join(folder, 'run.js')]);
}

let building;
/** The page is built once, unless BENCH_DIST names a folder in which one stands. */
function built() {
  building ??= process.env.BENCH_DIST === undefined ? runNode(['scripts/build.mjs'], { quiet: true }) : 0;
  return building;
}

const onPage = (script) => async () => (await built()) || runNode([script]);

const parts = {
  arithmetic: ['Arithmetic, in Node', arithmetic],
  bytes: ['Bytes of the built page', onPage('scripts/bytes.mjs')],
  page: ['The page in Chromium, at top speed with everything drawn', onPage('bench/page.mjs')],
  phone: ['The page as on a phone', onPage('bench/phone.mjs')],
  cold: ['A first visit on a slow network', onPage('bench/cold.mjs')],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
if (!(await installPackages(root))) process.exit(1);
let failed = 0;
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  const [title, part] = parts[name];
  console.log(`\n── ${title}`);
  if ((await part()) !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
