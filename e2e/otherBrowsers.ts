// Browsers that Playwright does not drive as distributions ship them: Firefox and WebKitGTK's MiniBrowser.
// Each is started with an empty profile at the address of a small server on this machine; the page it finds there runs
// a script and posts the answer back.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const isWindows = process.platform === 'win32';

/** Milliseconds from the start of a browser to its answer. */
const patience = 22_000;

export interface OtherBrowser {
  readonly name: string;
  /** The program and its arguments that open `address` with the empty folder `home` as profile. */
  command(address: string, home: string): readonly [string, ...string[]];
}

export interface Unavailable {
  /** Why the browser cannot be asked, and what would help. */
  readonly reason: string;
}

/** What the page posted, or why it was never opened. */
export type Answer = { readonly posted: unknown } | Unavailable;

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onPath = (name: string): string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, isWindows ? `${name}.exe` : name));

const firstExecutable = (files: readonly (string | undefined)[]): string | undefined =>
  files.find((file) => file !== undefined && isExecutable(file));

export function findFirefox(): OtherBrowser | Unavailable {
  const programFolders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].filter(
    (folder) => folder !== undefined,
  );
  const program = firstExecutable([
    process.env.FIREFOX_PATH,
    ...onPath('firefox-esr'),
    ...onPath('firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...programFolders.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
  ]);
  if (program === undefined)
    return { reason: 'Firefox is not installed (Debian: apt-get install firefox-esr; or name it in FIREFOX_PATH).' };
  return {
    name: 'Firefox',
    command: (address, home) => [program, '--headless', '--no-remote', '--profile', home, address],
  };
}

/** Distributions keep MiniBrowser out of the PATH, in a folder of WebKit's own. */
function miniBrowsers(): string[] {
  const parents = ['/usr/libexec', '/usr/lib64', '/usr/lib'];
  if (existsSync('/usr/lib'))
    parents.push(...readdirSync('/usr/lib').map((folder) => (folder.includes('-linux-') ? `/usr/lib/${folder}` : '')));
  const folders = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
  return parents.flatMap((parent) => folders.map((folder) => join(parent, folder, 'MiniBrowser')));
}

export function findWebKit(): OtherBrowser | Unavailable {
  const program = firstExecutable([process.env.WEBKITGTK_PATH, ...onPath('MiniBrowser'), ...miniBrowsers()]);
  if (program === undefined)
    return {
      reason:
        'WebKitGTK is not installed (Debian: apt-get install webkit2gtk-driver xvfb; or name its MiniBrowser in WEBKITGTK_PATH).',
    };
  // MiniBrowser has no headless mode; a virtual display keeps its window out of sight.
  const virtualDisplay = firstExecutable(onPath('xvfb-run'));
  if (virtualDisplay !== undefined)
    return { name: 'WebKitGTK', command: (address) => [virtualDisplay, '-a', program, address] };
  if (process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined)
    return { reason: 'WebKitGTK is installed but has no display (Debian: apt-get install xvfb).' };
  return { name: 'WebKitGTK', command: (address) => [program, address] };
}

/** Nothing of the user's is read or left behind, and nothing is fetched but the page. */
const firefoxPreferences = `
user_pref('app.normandy.enabled', false);
user_pref('app.update.enabled', false);
user_pref('browser.aboutwelcome.enabled', false);
user_pref('browser.safebrowsing.update.enabled', false);
user_pref('browser.shell.checkDefaultBrowser', false);
user_pref('browser.startup.page', 0);
user_pref('datareporting.policy.dataSubmissionEnabled', false);
user_pref('extensions.update.enabled', false);
user_pref('network.captive-portal-service.enabled', false);
user_pref('network.connectivity-service.enabled', false);
user_pref('services.settings.server', 'data:,');
user_pref('toolkit.telemetry.enabled', false);
`;

const environment = (home: string): NodeJS.ProcessEnv => ({
  ...process.env,
  HOME: home,
  TMPDIR: home,
  XDG_CACHE_HOME: home,
  XDG_CONFIG_HOME: home,
  XDG_DATA_HOME: home,
  XDG_RUNTIME_DIR: home,
  // Neither a session bus nor an accessibility bus is to be started for a window nobody sees.
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  GTK_A11Y: 'none',
  NO_AT_BRIDGE: '1',
  NO_PROXY: '127.0.0.1',
  no_proxy: '127.0.0.1',
});

const page = `<!doctype html>
<meta charset="utf-8">
<title>Golden runs</title>
<link rel="icon" href="data:,">
<script>
  const post = (value) => fetch('answer', { method: 'POST', body: JSON.stringify(value) });
  addEventListener('error', (event) => post({ error: event.message || 'The script was not loaded.' }), true);
</script>
<script src="script.js"></script>
<script>if (globalThis.answer) post(answer);</script>
`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  return body;
}

interface Server {
  readonly address: string;
  /** Resolves with what the page posts. */
  readonly posted: Promise<unknown>;
  wasOpened(): boolean;
  close(): void;
}

function serve(script: string): Promise<Server> {
  let wasOpened = false;
  let receive: (value: unknown) => void;
  const posted = new Promise<unknown>((resolve) => {
    receive = resolve;
  });
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/': ['text/html', page],
    '/script.js': ['text/javascript', script],
  };
  const reply = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'POST' && request.url === '/answer') {
      receive(JSON.parse(await bodyOf(request)));
      response.writeHead(204).end();
      return;
    }
    const found = files[request.url ?? ''];
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    wasOpened = true;
    response.writeHead(200, { 'Content-Type': `${found[0]}; charset=utf-8` }).end(found[1]);
  };
  const server = createServer((request, response) => {
    // A browser that is being ended may break off in the middle of a request.
    reply(request, response).catch(() => response.destroy());
  });
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ address: `http://127.0.0.1:${port}/`, posted, wasOpened: () => wasOpened, close });
    });
  });
}

/** Signals the program and all that it has started: it leads a process group of its own. False when none of it is left. */
function signal(child: ChildProcess, kind: NodeJS.Signals | 0): boolean {
  if (child.pid === undefined) return false;
  if (isWindows) return spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']).status === 0;
  try {
    return process.kill(-child.pid, kind);
  } catch {
    return false;
  }
}

/** Asks first: a display server removes its lock file only when it is asked to end. */
async function end(child: ChildProcess): Promise<void> {
  let isLeft = signal(child, 'SIGTERM');
  for (let wait = 0; isLeft && wait < 20; wait++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    isLeft = signal(child, 0);
  }
  signal(child, 'SIGKILL');
}

/**
 * Runs `script`, a classic script that leaves the global `answer`, in the browser, and returns the answer.
 * @throws Error when the browser opened the page and the page posted nothing
 */
export async function ask(browser: OtherBrowser, script: string): Promise<Answer> {
  const home = await mkdtemp(join(tmpdir(), 'minibatch-lab-browser-'));
  await writeFile(join(home, 'user.js'), firefoxPreferences);
  const server = await serve(script);
  const [program, ...programArguments] = browser.command(server.address, home);
  const child = spawn(program, programArguments, {
    detached: !isWindows,
    env: environment(home),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endAtOnce = () => {
    signal(child, 'SIGKILL');
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', endAtOnce);
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, kind) => resolve(`ended with ${code ?? kind}`));
  });
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, patience, `no answer within ${patience / 1000} seconds`);
  });
  try {
    const posted = server.posted.then((value) => ({ posted: value }));
    const first = await Promise.race([posted, ended, overdue]);
    if (typeof first !== 'string') return first;
    const story = `${browser.name} (${program}): ${first}. ${complaints.trim().slice(-400)}`;
    if (server.wasOpened()) throw new Error(story);
    return { reason: `${browser.name} is installed but did not open a page. ${story}` };
  } finally {
    clearTimeout(timer);
    await end(child);
    process.off('exit', endAtOnce);
    server.close();
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
