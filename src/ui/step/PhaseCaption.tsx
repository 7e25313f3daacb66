// What happens in one phase of the pending step, in one sentence with its numbers.

import type { Phase } from '../../lab/store.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useLabState } from '../LabContext.tsx';
import { useFormats, useRegistryText, useText } from '../text/TextContext.tsx';
import { useStepText } from './words.ts';

export function PhaseCaption({ phase }: { readonly phase: Phase }) {
  const { page } = useText();
  const detail = useLabState((state) => state.detail);
  const sentence = useSentences();
  return (
    <p aria-live="polite" data-testid="phase-caption">
      {detail === null ? page.waiting : sentence[phase](detail)}
    </p>
  );
}

function useSentences(): Readonly<Record<Phase, (detail: StepDetail) => string>> {
  const step = useStepText();
  const format = useFormats();
  const registryText = useRegistryText();
  const count = useLabState((state) => state.config.examples);
  const optimizer = useLabState((state) => state.config.optimizer);
  const { number, count: whole } = format;
  return {
    sample: ({ epoch, batch }) =>
      step.captionSample({
        epoch: whole(epoch + 1),
        size: whole(batch.length),
        count: whole(count),
        all: batch.length === count,
      }),
    forward: ({ weights, prediction }) =>
      step.captionForward({
        w1: number(weights[0]),
        w2: number(weights[1]),
        lowest: number(Math.min(...prediction)),
        highest: number(Math.max(...prediction)),
        single: prediction.length === 1,
      }),
    loss: ({ loss, batchLoss }) =>
      step.captionLoss({
        size: whole(loss.length),
        loss: number(batchLoss),
        largest: number(Math.max(...loss)),
        single: loss.length === 1,
      }),
    backward: ({ gradient, batch }) =>
      step.captionBackward({
        size: whole(batch.length),
        gradient1: number(gradient[0]),
        gradient2: number(gradient[1]),
        single: batch.length === 1,
      }),
    update: ({ weights, update }) =>
      step.captionUpdate({
        optimizer: registryText(optimizers[optimizer].title),
        update1: number(update[0]),
        update2: number(update[1]),
        w1: number(weights[0]),
        w2: number(weights[1]),
        nextW1: number(weights[0] + update[0]),
        nextW2: number(weights[1] + update[1]),
      }),
  };
}
