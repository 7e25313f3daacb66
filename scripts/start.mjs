// npm start: installs what is missing, builds the page, serves it, and says where.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { runNode } from './run.mjs';
import { serve } from './serve.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

function fail(message) {
  console.error(message);
  process.exit(1);
}

const wanted = process.env.PORT;
if (wanted && !/^\d{1,5}$/.test(wanted)) fail(`PORT must be a number from 0 to 65535, not "${wanted}".`);

if (!(await installPackages(root))) fail('The packages could not be installed; the page cannot be built.');
if ((await runNode(['scripts/build.mjs'])) !== 0) fail('The page could not be built; the reason stands above.');

try {
  // A port asked for is kept; the usual one gives way to the next free one.
  const server = await serve(join(root, 'dist'), wanted ? { port: Number(wanted) } : { port: 4173, search: true });
  console.log(`\nMinibatch Lab is ready:  http://localhost:${server.port}/\nControl-C ends it.`);
} catch (error) {
  fail(
    error.code === 'EADDRINUSE'
      ? `Port ${wanted ?? 4173} is in use. Name another one: PORT=5000 npm start`
      : `The page could not be served: ${error.message}`,
  );
}
