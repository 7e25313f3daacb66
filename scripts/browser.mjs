// Finds what the browser tests need beside the packages: a Chromium, and a Python with NumPy for the exported scripts.
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run, runNode } from './run.mjs';

const isWindows = process.platform === 'win32';
const variables = ['CHROMIUM_PATH', 'CHROME_PATH', 'CHROME_BIN', 'PUPPETEER_EXECUTABLE_PATH'];
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const applications = ['/Applications', join(homedir(), 'Applications')];
    const programs = ['Chromium', 'Google Chrome'];
    return applications.flatMap((folder) => programs.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (isWindows) {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const ends = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
    return roots.filter(Boolean).flatMap((root) => ends.map((end) => join(root, end)));
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), '/opt/google/chrome/chrome'];
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, isWindows ? `${name}.exe` : name)));
}

async function ofPlaywright() {
  try {
    const { chromium } = await import('@playwright/test');
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}

/** A file of the name may still be a signpost to a package that is not there; a browser tells its version. */
async function runs(file) {
  if (!isExecutable(file)) return false;
  // On Windows the question would open a window.
  return isWindows || (await run(file, ['--version'], { seconds: 30, quiet: true })) === 0;
}

/** The path of a Chromium that runs, or undefined. */
export async function findBrowser() {
  for (const variable of variables) {
    const file = process.env[variable];
    if (!file) continue;
    if (await runs(file)) return file;
    console.warn(`${variable} names ${file}, which does not run; looking elsewhere.`);
  }
  for (const file of new Set([...onPath(), ...usualPlaces(), ...(await ofPlaywright())])) {
    if (await runs(file)) return file;
  }
  return undefined;
}

const isDebianRoot = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && isExecutable('/usr/bin/apt-get');

async function installDebianPackage(name) {
  const options = { seconds: 600, environment: { DEBIAN_FRONTEND: 'noninteractive' } };
  console.log(`Installing ${name} with apt-get ...`);
  await run('/usr/bin/apt-get', ['update', '-q'], options);
  return (await run('/usr/bin/apt-get', ['install', '-y', '-q', name], options)) === 0;
}

/** Finds a browser or installs one: Debian's own for root, else Playwright's build in the user's cache. */
export async function provideBrowser() {
  const present = await findBrowser();
  if (present !== undefined) return present;
  console.log('No Chromium or Chrome found.');
  if (isDebianRoot() && (await installDebianPackage('chromium'))) {
    const installed = await findBrowser();
    if (installed !== undefined) return installed;
  }
  console.log('Asking Playwright for its build of Chromium ...');
  await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { seconds: 600 });
  return findBrowser();
}

export const browserAdvice = `No browser to test in. Install one of these and run npm test again:
  Debian:           sudo apt-get install chromium
  Fedora:           sudo dnf install chromium
  macOS:            brew install --cask google-chrome
  Windows:          winget install Google.Chrome
  any system:       npx playwright install --with-deps chromium
or name the program of a Chromium you have:  CHROMIUM_PATH=/path/to/chromium npm test`;

/** A Python that can import NumPy, installed where that is a matter of one command; undefined where there is none. */
export async function providePython() {
  const find = async () => {
    for (const python of [process.env.PYTHON, 'python3', '/usr/bin/python3', isWindows ? 'python' : undefined]) {
      if (python && (await run(python, ['-c', 'import numpy'], { seconds: 60, quiet: true })) === 0) return python;
    }
    return undefined;
  };
  const present = await find();
  if (present !== undefined || !isDebianRoot()) return present;
  return (await installDebianPackage('python3-numpy')) ? find() : undefined;
}
