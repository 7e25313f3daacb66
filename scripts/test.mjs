// npm test: installs what is missing, then lint, types, unit tests, build, size, and the built page in a browser.
// No stage stops the next; the last line counts them all.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserAdvice, provideBrowser, providePython } from './browser.mjs';
import { installPackages } from './install.mjs';
import { runNode } from './run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const reports = join(root, '.cache/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** A stage that says no more than yes or no. */
async function single(programArguments) {
  const passed = (await runNode(programArguments)) === 0;
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** A runner may fail without a failing test, by an error outside all of them; that counts as one failure. */
function counted({ passed, failed, skipped }, code) {
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
}

async function unitTests() {
  const file = join(reports, 'unit.json');
  const runner = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];
  const code = await runNode([...runner, `--outputFile.json=${file}`]);
  const report = readReport('unit.json');
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  // A test file that cannot be loaded holds no tests, and fails.
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return counted(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    code,
  );
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function browserTests() {
  const browser = await provideBrowser();
  if (browser === undefined) {
    console.error(browserAdvice);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const python = await providePython();
  if (python === undefined) console.log('No Python with NumPy found (Debian: apt-get install python3-numpy).');
  const environment = {
    CHROMIUM_PATH: browser,
    PAGE_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'browser.json'),
    ...(python && { PYTHON: python }),
  };
  const runner = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'];
  const code = await runNode(runner, { environment, seconds: 3600 });
  const stats = readReport('browser.json')?.stats;
  if (stats === undefined) return { passed: 0, failed: 1, skipped: 0 };
  return counted({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }, code);
}

const stages = [
  ['Lint', () => single(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'])],
  ['Types', () => single(['node_modules/typescript/bin/tsc', '-b'])],
  ['Unit tests', unitTests],
  ['Build', () => single(['scripts/build.mjs'])],
  ['Same bytes when built again', () => single(['scripts/rebuild.mjs'])],
  ['Size', () => single(['scripts/bytes.mjs'])],
  ['Browser tests', browserTests],
];

if (!(await installPackages(root))) {
  console.error('The packages could not be installed; nothing can be tested.\n0 passed, 1 failed');
  process.exit(1);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
for (const [name, stage] of stages) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const result = await stage();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  for (const key of Object.keys(total)) total[key] += result[key];
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
  lines.push(`${name}: ${result.passed} passed, ${result.failed} failed${skipped} (${seconds} s)`);
  console.log(lines.at(-1));
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
