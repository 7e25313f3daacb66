// The scripts by key. A key is also the option's value on the page.

import type { RunRecord } from '../runRecord.ts';
import { javascriptScript } from './javascript.ts';
import { javascriptNetworkScript } from './network/javascriptNetwork.ts';
import { networkOfConfiguration } from './network/networkProgram.ts';
import { numpyNetworkScript } from './network/numpyNetwork.ts';
import { sequentialScript, tensorsScript } from './network/pytorchNetwork.ts';
import { kerasScript, tapeScript } from './network/tensorflowNetwork.ts';
import { tfjsNetworkScript } from './network/tfjsNetwork.ts';
import { numpyScript } from './numpy.ts';
import { pytorchScript, pytorchTensorsScript } from './pytorch.ts';
import { tensorflowScript } from './tensorflow.ts';
import { tfjsScript } from './tfjs.ts';

export interface Script {
  readonly extension: 'py' | 'mjs';
  /** The script as text, for a record of any length; see `scriptSteps` for a sensible one. */
  write(record: RunRecord): string;
}

type Write = Script['write'];

/** A script for two weights, and one for a network. */
const script = (extension: Script['extension'], ofPair: Write, ofNetwork: Write): Script => ({
  extension,
  write: (record) => (networkOfConfiguration(record.config) === null ? ofPair : ofNetwork)(record),
});

export const scripts = {
  numpy: script('py', numpyScript, numpyNetworkScript),
  pytorch: script('py', pytorchScript, sequentialScript),
  'pytorch-tensors': script('py', pytorchTensorsScript, tensorsScript),
  tensorflow: script('py', tensorflowScript, tapeScript),
  // Of two weights Keras has the optimizer alone.
  keras: script('py', tensorflowScript, kerasScript),
  tfjs: script('mjs', tfjsScript, tfjsNetworkScript),
  javascript: script('mjs', javascriptScript, javascriptNetworkScript),
} as const satisfies Record<string, Script>;

export type ScriptId = keyof typeof scripts;
