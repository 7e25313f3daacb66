// What happens in one phase of the pending step, in one sentence with its numbers.

import type { LabState, Phase } from '../../lab/store.ts';
import type { FieldValues } from '../../training/field.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import type { StepDetail } from '../../training/run/run.ts';
import type { Formats } from '../text/format.ts';
import type { StepText } from './words.ts';

export interface PhaseWords {
  readonly step: StepText;
  readonly format: Formats;
  /** Translates what the registries of training say. */
  readonly word: (english: string) => string;
}

export function phaseSentence(
  phase: Phase,
  words: PhaseWords,
  { config, detail }: Pick<LabState, 'config'> & { readonly detail: StepDetail },
): string {
  return sentences[phase](words, config, detail);
}

type Sentence = (words: PhaseWords, config: LabState['config'], detail: StepDetail) => string;

const sentences: Readonly<Record<Phase, Sentence>> = {
  sample: ({ step, format: { count } }, config, { epoch, batch }) => {
    const isDrawn = config.sampling === 'replacement';
    const examples = trainingCount(config);
    return step.captionSample({
      ...{ epoch: count(epoch + 1), size: count(batch.length), count: count(examples) },
      ...{ all: batch.length === examples && !isDrawn, isDrawn },
    });
  },
  forward: ({ step, format: { number } }, _config, { weights, prediction }) =>
    step.captionForward({
      w1: number(weights[0]),
      w2: number(weights[1]),
      lowest: number(Math.min(...prediction)),
      highest: number(Math.max(...prediction)),
      single: prediction.length === 1,
    }),
  loss: ({ step, format: { number, count } }, _config, { loss, batchLoss }) =>
    step.captionLoss({
      size: count(loss.length),
      loss: number(batchLoss),
      largest: number(Math.max(...loss)),
      single: loss.length === 1,
    }),
  backward: ({ step, format: { number, count } }, _config, { gradient, batch }) =>
    step.captionBackward({
      size: count(batch.length),
      gradient1: number(gradient[0]),
      gradient2: number(gradient[1]),
      single: batch.length === 1,
      flat: gradient[0] === 0 && gradient[1] === 0,
    }),
  update({ step, format: { number }, word }, { optimizer }, detail) {
    const { weights, update, optimizerValues } = detail;
    return step.captionUpdate({
      optimizer: word(optimizers[optimizer].title),
      clipped: detail.sum.factor < 1,
      // What is left of a sum that was not cleared is a memory too.
      remembers:
        remembers(optimizers[optimizer], optimizerValues, detail.state) ||
        detail.sum.before.some((entry) => entry !== 0),
      decays: Number(optimizerValues.weightDecay ?? 0) > 0,
      update1: number(update[0]),
      update2: number(update[1]),
      w1: number(weights[0]),
      w2: number(weights[1]),
      nextW1: number(weights[0] + update[0]),
      nextW2: number(weights[1] + update[1]),
    });
  },
};

/** Whether earlier steps have a say in the next: the rule keeps a state, and something is in it. */
function remembers({ linear, slots, shared }: Optimizer, values: FieldValues, state: Float64Array): boolean {
  if (linear !== undefined && values.momentum === 0) return false;
  const kept = state.subarray(1, state.length - (shared?.length ?? 0));
  return slots.length > 0 && kept.some((entry) => entry !== 0);
}
