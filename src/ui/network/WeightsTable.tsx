// All weights and biases of the network as a table, each with a switch that watches it.

import { nameOfWeight } from '../../training/network/layout.ts';
import type { Network } from '../../training/network/network.ts';
import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import css from './network.module.css';
import { progressIn } from './networkScene.ts';
import { endsOfWeight } from './partNames.ts';
import { useNetworkText } from './words.ts';

export function WeightsTable({ network }: { readonly network: Network }) {
  const lab = useLab();
  const words = useNetworkText();
  const { number } = useFormats();
  const detail = useReadableState((state) => state.detail);
  const phase = useLabState((state) => state.phase);
  const phaseLayer = useLabState((state) => state.phaseLayer);
  const watched = useLabState((state) => state.watched);
  const { layout } = network;
  const { deltasFrom, hasUpdate } = progressIn({ phase, phaseLayer }, layout.layers.length);
  const { columns } = words;
  const indices = Array.from({ length: layout.dimension }, (_, index) => index);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <div className={css.scroller} tabIndex={0}>
      <table className={css.table} aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.from}</th>
            <th scope="col">{columns.to}</th>
            <th scope="col" data-quantity="weights">
              {columns.weight}
            </th>
            <th scope="col" data-quantity="batch-gradient">
              {columns.gradient}
            </th>
            <th scope="col" data-quantity="update">
              {columns.update}
            </th>
            <th scope="col">{words.watch}</th>
          </tr>
        </thead>
        <tbody>
          {indices.map((index) => {
            const name = nameOfWeight(layout, index);
            const { from, to } = endsOfWeight(network, index, words);
            const layer = layout.layers.findIndex(({ end }) => index < end);
            return (
              <tr key={index}>
                <th scope="row">{name}</th>
                <td>{from ?? '—'}</td>
                <td>{to}</td>
                <td data-quantity="weights">{detail !== null && number(detail.weights[index])}</td>
                <td data-quantity="batch-gradient">
                  {detail !== null && layer >= deltasFrom && number(detail.gradient[index])}
                </td>
                <td data-quantity="update">{detail !== null && hasUpdate && number(detail.update[index])}</td>
                <td>
                  <input
                    type="checkbox"
                    aria-label={words.watchWeight(name)}
                    checked={watched.includes(index)}
                    onChange={() => lab.watch(index)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
