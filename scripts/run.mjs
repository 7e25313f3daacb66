// Runs a program to its end. Each one leads a process group of its own, so that a stage that overstays its time,
// or an interrupted test run, ends together with whatever it started, and with nothing else.
import { spawn } from 'node:child_process';

const isWindows = process.platform === 'win32';
const running = new Set();
let isInterrupted = false;

function tell(child, signal) {
  try {
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has just ended by itself.
  }
}

/** Asks the program to end, so that it can end what it started itself; five seconds later it is made to. */
function end(child) {
  tell(child, 'SIGINT');
  return new Promise((resolve) => {
    const last = setTimeout(() => tell(child, 'SIGKILL'), 5000);
    child.once('exit', () => {
      clearTimeout(last);
      resolve();
    });
  });
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, async () => {
    isInterrupted = true;
    await Promise.all([...running].map(end));
    process.exit(code);
  });
}

/** Resolves to the exit code: 127 where the program cannot be started, 124 where it ran out of time. Never throws. */
export function run(program, programArguments, { seconds = 900, environment = {}, quiet = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const output = quiet ? 'ignore' : 'inherit';
    const child = spawn(program, programArguments, {
      stdio: ['ignore', output, output],
      env: { ...process.env, ...environment },
      detached: !isWindows,
      shell,
    });
    running.add(child);
    let code = 127;
    const timer = setTimeout(() => {
      code = 124;
      if (!quiet) console.error(`${program} did not finish within ${seconds} seconds and was stopped.`);
      end(child);
    }, seconds * 1000);
    const settle = () => {
      clearTimeout(timer);
      running.delete(child);
      // Nothing is to follow upon a program that was ended from outside.
      if (!isInterrupted) resolve(code);
    };
    child.on('error', settle);
    child.on('exit', (exitCode) => {
      if (code !== 124) code = exitCode ?? 1;
      settle();
    });
  });
}

/** Runs the program with this Node. */
export function runNode(programArguments, options) {
  return run(process.execPath, programArguments, options);
}
