// npm run bench: every part of the benchmark, one after the other, so that none disturbs another's time.
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

async function bytes() {
  const built = await runNode(['scripts/build.mjs'], { quiet: true });
  return built === 0 ? runNode(['scripts/bytes.mjs']) : built;
}

const parts = [
  ['Arithmetic, in Node', arithmetic],
  ['Bytes of the built page', bytes],
  ['The page in Chromium, at top speed with everything drawn', () => runNode(['bench/page.mjs'])],
];

if (!(await installPackages(root))) process.exit(1);
let failed = 0;
for (const [name, part] of parts) {
  console.log(`\n── ${name}`);
  if ((await part()) !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
