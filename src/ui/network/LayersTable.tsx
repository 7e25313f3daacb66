// How large the numbers of each layer are in the step about to be taken, and how many of its units no gradient passes.

import { rootMeanSquare, sizesByLayer } from '../../training/network/inspect.ts';
import type { Network } from '../../training/network/network.ts';
import type { StepDetail } from '../../training/run/run.ts';
import type { Vector } from '../../training/vector.ts';
import foldingCss from '../folding.module.css';
import { useReadableState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { type StripQuantity, stripQuantities } from './layerRows.ts';
import css from './network.module.css';
import { statesIn } from './networkScene.ts';
import { useNetworkText } from './words.ts';

export function LayersTable({ network }: { readonly network: Network }) {
  const words = useNetworkText();
  const { number, count } = useFormats();
  const detail = useReadableState((state) => state.detail);
  const states = useReadableState(statesIn);
  if (detail === null || detail.network === null) return null;
  const sizes = layerSizes(network, detail, detail.network.layers);
  const last = network.layout.layers.length - 1;
  return (
    <div className={css.scroller}>
      <table className={`${css.table} ${foldingCss.folding}`} aria-label={words.beforeStep(count(detail.step))}>
        <thead>
          <tr>
            <td />
            {stripQuantities.map((quantity) => (
              <th key={quantity} scope="col" data-column={quantity}>
                {words.strips[quantity]}
              </th>
            ))}
            <th scope="col">{words.dead}</th>
            <th scope="col">{words.saturated}</th>
          </tr>
        </thead>
        <tbody>
          {network.layout.layers.map(({ units }, layer) => {
            const those = (state: string): string => {
              const found = states?.[layer]?.filter((each) => each === state).length;
              return found === undefined ? '—' : words.unitsOf({ count: count(found), all: count(units) });
            };
            return (
              <tr key={layer} data-layer={layer + 1}>
                <th scope="row">
                  {count(layer + 1)} {layer === last ? words.outputLabel : ''}
                </th>
                {stripQuantities.map((quantity) => (
                  <td key={quantity} data-column={quantity}>
                    {number(sizes[quantity][layer])}
                  </td>
                ))}
                <td data-column="dead">{those('dead')}</td>
                <td data-column="saturated">{those('saturated')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Roots of the mean squares, layer by layer. */
function layerSizes(
  { layout }: Network,
  { weights, gradient, update }: StepDetail,
  layers: readonly { readonly value: Vector; readonly delta: Vector }[],
): Readonly<Record<StripQuantity, readonly number[]>> {
  const ofWeights = sizesByLayer(layout, weights);
  const ofUpdate = sizesByLayer(layout, update);
  return {
    activation: layers.map(({ value }) => rootMeanSquare(value)),
    delta: layers.map(({ delta }) => rootMeanSquare(delta)),
    gradient: sizesByLayer(layout, gradient),
    update: ofUpdate,
    ratio: ofUpdate.map((size, layer) => size / ofWeights[layer]),
  };
}
