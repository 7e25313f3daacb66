// The picture of the network for readers who hear it: its shape, its numbers layer by layer, and which units are dead.

import type { LabState } from '../../lab/store.ts';
import type { Network } from '../../training/network/network.ts';
import type { Formats } from '../text/format.ts';
import { useFormats, useRegistryText } from '../text/TextContext.tsx';
import { useCalmState } from '../useCalmState.ts';
import { progressIn, statesIn } from './networkScene.ts';
import { shownMean } from './shownMean.ts';
import { shownRow, unitNumbers } from './unitNumbers.ts';
import { type NetworkText, useNetworkText } from './words.ts';

/** Milliseconds between two versions of the text while a run goes on. */
const pace = 2000;

export function NetworkInWords({ network }: { readonly network: Network }) {
  const words = useNetworkText();
  const format = useFormats();
  const registryText = useRegistryText();
  return networkInWords(useCalmState(pace), network, words, format, registryText);
}

export function networkInWords(
  state: LabState,
  network: Network,
  words: NetworkText,
  format: Formats,
  registryText: (text: string) => string,
): string {
  const { spec, layout } = network;
  const { detail } = state;
  if (detail === null || detail.network === null) return '';
  const shape = words.summary({
    inputs: spec.inputs.join(', '),
    hidden: spec.hidden.map(format.count).join(', '),
    outputs: format.count(network.outputs),
    weights: format.count(layout.dimension),
    step: format.count(detail.step),
    activation: registryText(spec.activation),
  });
  const row = shownRow(detail.batch, state.litExample, state.chosenExample);
  const shown = row === null ? shownMean(detail, words, format) : words.oneExample(format.count(detail.batch[row]));
  const { valuesBelow, deltasFrom } = progressIn(state, layout.layers.length);
  const { values, deltas } = unitNumbers(detail.network, row, detail.microBatches);
  const list = (numbers: readonly number[]): string => numbers.map(format.number).join(', ');
  const layers = layout.layers.slice(0, valuesBelow).map((_, layer) => {
    const name = layer === layout.layers.length - 1 ? words.titles.outputs : words.titles.layer(String(layer + 1));
    const said = { name, values: list(values[layer + 1]) };
    return layer >= deltasFrom
      ? words.summaryLayer({ ...said, deltas: list(deltas[layer + 1]) })
      : words.summaryValues(said);
  });
  return [shape, words.summaryOf(shown), ...layers, ...statesInWords(state, words, format)].join(' ');
}

function statesInWords(state: LabState, words: NetworkText, { count }: Formats): readonly string[] {
  const states = statesIn(state)?.flat() ?? [];
  const those = (kind: (typeof states)[number]): string => count(states.filter((each) => each === kind).length);
  return states.length === 0 ? [] : [words.summaryStates({ dead: those('dead'), saturated: those('saturated') })];
}
