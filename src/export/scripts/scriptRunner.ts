// Runs exported scripts for their tests: JavaScript in this realm and under Node, Python where there is an interpreter.
// PYTHON names another interpreter than python3; what its libraries cannot run is skipped and said so.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { present } from '../../training/present.ts';
import { type RunRecord, recordRun } from '../runRecord.ts';
import type { Case } from './scriptCases.ts';

export const python = process.env.PYTHON || 'python3';
const canImport = (library: string): boolean => spawnSync(python, ['-c', `import ${library}`]).status === 0;
export const hasPython = spawnSync(python, ['--version']).status === 0;
const installed = {
  numpy: hasPython && canImport('numpy'),
  torch: hasPython && canImport('torch'),
  tensorflow: hasPython && canImport('tensorflow'),
};
/** Whether a library's scripts can be run; those of TensorFlow over PyTorch's tensors where it is not there itself. */
export const has = { ...installed, tensorflow: installed.tensorflow || installed.torch };
for (const [library, isThere] of Object.entries(has))
  if (!isThere)
    process.stdout.write(`skipped: the ${library} scripts are not run, since ${python} has no ${library}\n`);
const standsIn = has.tensorflow && !installed.tensorflow;
if (standsIn) process.stdout.write(`${python} has no tensorflow: its scripts run over PyTorch, see standIn/\n`);

/** In which Python finds what stands in for TensorFlow. */
export const pythonEnvironment = {
  ...process.env,
  ...(standsIn ? { PYTHONPATH: join(import.meta.dirname, 'standIn') } : {}),
};

/** What PyTorch before 2 has not, or has with a fault that was mended: its NAdam takes one factor of the momentum twice. */
const newInTorch2 = /torch\.optim\.NAdam\(|decoupled_weight_decay=/;
const isTorchOld =
  has.torch && spawnSync(python, ['-c', 'import torch; print(torch.__version__)']).stdout.toString().startsWith('1.');
if (isTorchOld) process.stdout.write('skipped: scripts that ask for what this PyTorch, older than 2, does not have\n');

/** Whether the PyTorch at hand has what a script asks for. */
export const torchCanRun = (script: string): boolean => !(isTorchOld && newInTorch2.test(script));

const records = new Map<Case, RunRecord>();
export function recordOf(one: Case): RunRecord {
  if (!records.has(one)) records.set(one, recordRun(one.config, one.edits, one.steps));
  return present(records.get(one));
}

/** Runs a script of this realm with its console and globals caught. */
export async function runJavascript(text: string): Promise<string[]> {
  const lines: string[] = [];
  const log = (...parts: unknown[]): number => lines.push(parts.map(String).join(' '));
  await new Function('console', `return (async () => {\n${text.replace('\n(async', '\nawait (async')}\n})();`)({ log });
  return lines;
}

/** A folder of scripts; `rmSync` it after the tests. */
export const folder = mkdtempSync(join(tmpdir(), 'minibatch-lab-'));

/** Writes one file per case and runs all of them in one process; returns what each printed. */
export function runPython(library: string, cases: readonly Case[], script: (record: RunRecord) => string): string[][] {
  const files = cases.map((one, i) => {
    const file = join(folder, `${library}${i}.py`);
    writeFileSync(file, script(recordOf(one)));
    return file;
  });
  const runner = `
import contextlib, io, json, sys, warnings
warnings.simplefilter("error")
outputs = []
for path in json.load(sys.stdin):
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(open(path, encoding="utf-8").read(), path, "exec"), {"__name__": "__main__"})
    except Exception as error:
        printed.write(f"{type(error).__name__}: {error} in {path}\\n")
    outputs.append(printed.getvalue().splitlines())
json.dump(outputs, sys.stdout)
`;
  const output = execFileSync(
    python,
    ['-c', library === 'numpy' ? runner : runner.replace('\nwarnings.simplefilter("error")', '')],
    {
      input: JSON.stringify(files),
      env: pythonEnvironment,
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  return JSON.parse(output) as string[][];
}

const cache = join(import.meta.dirname, '../../../node_modules/.cache');

/** What Node prints when it runs the script as a file that finds its packages where this project does. */
export function runNode(text: string): string[] {
  const file = join(cache, `script-${process.pid}.mjs`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, text);
  try {
    return execFileSync(process.execPath, [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .split('\n');
  } finally {
    rmSync(file);
  }
}
