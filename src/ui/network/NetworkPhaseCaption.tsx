// What happens in a layer of the network on the way forward or back, and what the update moves, in one sentence.

import { lastLayer } from '../../lab/phasePlace.ts';
import type { Phase } from '../../lab/store.ts';
import { nameOfWeight } from '../../training/network/layout.ts';
import { formulaLines } from '../../training/network/network.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useLabState } from '../LabContext.tsx';
import { sumSentence } from '../step/phaseWords.ts';
import { useStepText } from '../step/words.ts';
import { useFormats, useRegistryText } from '../text/TextContext.tsx';
import { useNetwork } from './useNetwork.ts';
import { useNetworkText } from './words.ts';

export type LayeredPhase = Extract<Phase, 'forward' | 'backward' | 'update'>;

interface NetworkPhaseCaptionProps {
  readonly phase: LayeredPhase;
  readonly detail: StepDetail;
}

export function NetworkPhaseCaption({ phase, detail }: NetworkPhaseCaptionProps) {
  const step = useStepText();
  const format = useFormats();
  const words = { step, format };
  return (
    <>
      <LayerSentence phase={phase} detail={detail} /> {sumSentence(phase, words, { detail })}
    </>
  );
}

function LayerSentence({ phase, detail }: NetworkPhaseCaptionProps) {
  const words = useNetworkText();
  const format = useFormats();
  const registryText = useRegistryText();
  const network = useNetwork();
  const phaseLayer = useLabState((state) => state.phaseLayer);
  const optimizer = useLabState((state) => state.config.optimizer);
  if (network === null) return null;
  const { layout } = network;
  const count = layout.layers.length;
  const layer = phaseLayer ?? lastLayer(phase, count) ?? 0;
  const at = { layer: format.count(layer + 1), layers: format.count(count) };
  const isLast = layer === count - 1;
  if (phase === 'update') {
    const index = largestOf(detail.update);
    const [weight, update] = [detail.weights[index], detail.update[index]];
    const moved = { optimizer: registryText(optimizers[optimizer].title), count: format.count(layout.dimension) };
    if (update === 0) return words.captionNoUpdate(moved);
    return words.captionUpdate({
      ...moved,
      name: nameOfWeight(layout, index),
      from: format.number(weight),
      to: format.number(weight + update),
    });
  }
  if (phase === 'backward')
    return isLast ? words.captionDelta(at) : words.captionBackward({ ...at, next: format.count(layer + 2) });
  const formula = format.isolated(formulaLines(network)[layer]);
  if (!isLast) return words.captionForward({ ...at, formula, isBent: network.spec.activation !== 'linear' });
  const { prediction } = detail;
  return words.captionOutput({
    ...at,
    formula,
    lowest: format.number(Math.min(...prediction)),
    highest: format.number(Math.max(...prediction)),
  });
}

/** The index of the number that is largest in size, the first of equals. */
function largestOf(vector: Float64Array): number {
  let largest = 0;
  for (let i = 1; i < vector.length; i++) if (Math.abs(vector[i]) > Math.abs(vector[largest])) largest = i;
  return largest;
}
