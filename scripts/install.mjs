// Installs the packages of the lockfile where node_modules is absent or differs from it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, runNode } from './run.mjs';

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}

/** Whether the folder's node_modules holds the versions its lockfile names; npm keeps a list of what it installed. */
export function isInstalled(folder) {
  const wanted = packagesOf(join(folder, 'package-lock.json'));
  const present = packagesOf(join(folder, 'node_modules/.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    // A binary for another system is optional and rightly absent.
    if (present[path] === undefined) return optional === true;
    return present[path].version === version && existsSync(join(folder, path, 'package.json'));
  });
}

/** Resolves to whether everything is in place. */
export async function installPackages(folder) {
  if (isInstalled(folder)) return true;
  console.log('Installing the packages of package-lock.json ...');
  // The build needs the development packages, also where NODE_ENV says production.
  const npmArguments = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith('.js')
    ? await runNode([npm, ...npmArguments])
    : await run('npm', npmArguments, { shell: process.platform === 'win32' });
  if (code !== 0) console.error('npm ci failed: is the package registry within reach?');
  return code === 0;
}
