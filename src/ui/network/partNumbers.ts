// The numbers of one unit or weight in words, as far as the phase has computed them.

import type { NetworkPart, UnitPart } from '../../drawing/networkPlan.ts';
import { isBias } from '../../drawing/networkPlan.ts';
import type { LabState } from '../../lab/store.ts';
import type { BatchInspection } from '../../training/network/inspect.ts';
import type { Network } from '../../training/network/network.ts';
import type { StepDetail } from '../../training/run/run.ts';
import type { Formats } from '../text/format.ts';
import { progressIn, statesIn } from './networkScene.ts';
import { shownRow, unitNumbers } from './unitNumbers.ts';
import type { NetworkText } from './words.ts';

export function partNumbers(
  state: LabState,
  network: Network,
  part: NetworkPart,
  words: NetworkText,
  { number }: Formats,
): readonly string[] {
  const { detail } = state;
  if (detail === null || detail.network === null) return [];
  return part.kind === 'weight'
    ? weightNumbers(state, network, detail, part.index, words, number)
    : numbersOfUnit(state, network, detail, detail.network, part, words, number);
}

function weightNumbers(
  state: LabState,
  { layout }: Network,
  { weights, gradient, update }: StepDetail,
  index: number,
  words: NetworkText,
  number: Formats['number'],
): readonly string[] {
  const { deltasFrom, hasUpdate } = progressIn(state, layout.layers.length);
  const layer = layout.layers.findIndex(({ end }) => index < end);
  const present = isBias(layout, index) ? words.biasIs : words.weightIs;
  return [
    present(number(weights[index])),
    ...(layer >= deltasFrom ? [words.gradientIs(number(gradient[index]))] : []),
    ...(hasUpdate ? [words.updateIs(number(update[index]))] : []),
    ...(state.watched.includes(index) ? [words.watched] : []),
  ];
}

function numbersOfUnit(
  state: LabState,
  { layout }: Network,
  { batch, microBatches }: StepDetail,
  inspection: BatchInspection,
  { column, unit }: UnitPart,
  words: NetworkText,
  number: Formats['number'],
): readonly string[] {
  const { valuesBelow, deltasFrom } = progressIn(state, layout.layers.length);
  const row = shownRow(batch, state.litExample, state.chosenExample);
  const { values, deltas } = unitNumbers(inspection, row, microBatches);
  const isHidden = column > 0 && column < layout.sizes.length - 1;
  const sum = isHidden && row !== null ? inspection.layers[column - 1].sum[unit * inspection.count + row] : null;
  const unitState = statesIn(state)?.[column - 1]?.[unit];
  return [
    ...(column <= valuesBelow && sum !== null ? [words.sumIs(number(sum))] : []),
    ...(column <= valuesBelow ? [words.valueIs(number(values[column][unit]))] : []),
    ...(column > deltasFrom ? [words.deltaIs(number(deltas[column][unit]))] : []),
    ...(isHidden && unitState === 'dead' ? [words.isDead] : []),
    ...(isHidden && unitState === 'saturated' ? [words.isSaturated] : []),
  ];
}
