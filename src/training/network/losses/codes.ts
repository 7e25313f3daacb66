// The losses of networks as code, by key: in files of their own beside them, since the page wants them only for its code and its scripts.

import type { NetworkLossCode } from '../lossCode.ts';
import { bceCode } from './bceCode.ts';
import { crossEntropyCode } from './crossEntropyCode.ts';
import { hingeCode } from './hingeCode.ts';
import { huberCode } from './huberCode.ts';
import type { NetworkLossId } from './index.ts';
import { mseCode } from './mseCode.ts';
import { sigmoidMseCode } from './sigmoidMseCode.ts';

export const networkLossCodes: Readonly<Record<NetworkLossId, NetworkLossCode>> = {
  bce: bceCode,
  'cross-entropy': crossEntropyCode,
  mse: mseCode,
  'sigmoid-mse': sigmoidMseCode,
  hinge: hingeCode,
  huber: huberCode,
};
