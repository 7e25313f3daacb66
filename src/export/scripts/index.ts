// The scripts by key. A key is also the option's value on the page.

import type { RunRecord } from '../runRecord.ts';
import { javascriptScript } from './javascript.ts';
import { numpyScript } from './numpy.ts';
import { pytorchScript } from './pytorch.ts';
import { tensorflowScript } from './tensorflow.ts';
import { tfjsScript } from './tfjs.ts';

export interface Script {
  /** The name of the language or library, as a heading says it. */
  readonly title: string;
  readonly extension: 'py' | 'mjs';
  /** The script as text, for a record of any length; see `scriptSteps` for a sensible one. */
  write(record: RunRecord): string;
}

export const scripts = {
  numpy: { title: 'NumPy', extension: 'py', write: numpyScript },
  pytorch: { title: 'PyTorch', extension: 'py', write: pytorchScript },
  tensorflow: { title: 'TensorFlow', extension: 'py', write: tensorflowScript },
  tfjs: { title: 'TensorFlow.js', extension: 'mjs', write: tfjsScript },
  javascript: { title: 'JavaScript', extension: 'mjs', write: javascriptScript },
} as const satisfies Record<string, Script>;

export type ScriptId = keyof typeof scripts;
