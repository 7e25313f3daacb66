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
  shown: Pick<LabState, 'config'> & { readonly detail: StepDetail },
): string {
  const { config, detail } = shown;
  return [sentences[phase](words, config, detail), sumSentence(phase, words, shown)].filter(Boolean).join(' ');
}

/** What a phase does with micro-batches, and the update with the gradient before the optimizer; empty where nothing. */
export function sumSentence(
  phase: Phase,
  { step, format }: Pick<PhaseWords, 'step' | 'format'>,
  { detail }: { readonly detail: StepDetail },
): string {
  const { microBatches, sum } = detail;
  if (phase === 'sample') return microBatches.length > 1 ? step.captionParts(format.count(microBatches.length)) : '';
  if (phase !== 'update') return '';
  const isForgotten = sum.before.some((entry) => entry !== 0);
  const most = sum.factor < 1 ? format.number(sum.factor * sum.norm) : null;
  return step.captionSum({ isForgotten, norm: format.number(sum.norm), most });
}

/** How many micro-batches there are; null where the batch is one. */
const partsOf = ({ microBatches }: StepDetail, { count }: Formats): string | null =>
  microBatches.length > 1 ? count(microBatches.length) : null;

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
  loss({ step, format }, _config, detail) {
    const { loss, batchLoss } = detail;
    return step.captionLoss({
      size: format.count(loss.length),
      loss: format.number(batchLoss),
      largest: format.number(Math.max(...loss)),
      single: loss.length === 1,
      parts: partsOf(detail, format),
    });
  },
  backward({ step, format }, _config, detail) {
    const { gradient, batch } = detail;
    return step.captionBackward({
      size: format.count(batch.length),
      gradient1: format.number(gradient[0]),
      gradient2: format.number(gradient[1]),
      single: batch.length === 1,
      flat: gradient[0] === 0 && gradient[1] === 0,
      parts: partsOf(detail, format),
    });
  },
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
