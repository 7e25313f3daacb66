// Builds once more beside dist and compares: the same sources must give the same bytes.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from './run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const first = join(root, 'dist');
const second = join(root, '.cache/rebuild');

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .sort();
}

if ((await runNode([join(root, 'scripts/build.mjs'), second], { quiet: true })) !== 0) {
  console.error('The second build failed.');
  process.exit(1);
}
const files = [...new Set([...filesOf(first), ...filesOf(second)])];
const differing = files.filter((file) => {
  try {
    return !readFileSync(join(first, file)).equals(readFileSync(join(second, file)));
  } catch {
    return true;
  }
});
rmSync(second, { recursive: true });
for (const file of differing) console.error(`${file} differs between two builds of the same sources.`);
if (differing.length === 0) console.log(`${files.length} files, the same bytes.`);
process.exitCode = differing.length > 0 ? 1 : 0;
