// Under the picture: the numbers of the unit or weight that is pointed at, else what lines and marks mean.

import { edgeScale } from '../../drawing/networkEdges.ts';
import type { Network } from '../../training/network/network.ts';
import { useReadableState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import css from './network.module.css';
import { progressIn, statesIn } from './networkScene.ts';
import { usePointed } from './PointedContext.ts';
import { nameOfPart } from './partNames.ts';
import { partNumbers } from './partNumbers.ts';
import { isOnLine } from './useDataMaps.ts';
import { useNetworkText } from './words.ts';

export function NetworkCaption({ network }: { readonly network: Network }) {
  const words = useNetworkText();
  const format = useFormats();
  const part = usePointed();
  const state = useReadableState((all) => all);
  return (
    <figcaption className={css.caption}>
      {part === null ? (
        <Key network={network} />
      ) : (
        [nameOfPart(network, part, words), ...partNumbers(state, network, part, words, format)].join(' · ')
      )}
    </figcaption>
  );
}

function Key({ network }: { readonly network: Network }) {
  const words = useNetworkText();
  const format = useFormats();
  const state = useReadableState((all) => all);
  const { detail } = state;
  if (detail === null) return null;
  const { hasUpdate } = progressIn(state, network.layout.layers.length);
  const { weight, updateFactor } = edgeScale(detail.weights, hasUpdate ? detail.update : null);
  const states = new Set(statesIn(state)?.flat());
  return (
    <ul className={css.key} aria-label={words.key}>
      <li>
        <Line className={css.positive} /> {words.keyWeights(format.figures(weight, 1))}
      </li>
      <li>
        <Line className={css.negative} /> {words.keyNegative}
      </li>
      {updateFactor > 0 && (
        <li data-quantity="update">
          <Line className={css.halo} /> {words.keyUpdate(format.figures(updateFactor, 1))}
        </li>
      )}
      {states.has('dead') && <li>× {words.keyDead}</li>}
      {states.has('saturated') && <li>= {words.keySaturated}</li>}
      <li>
        {isOnLine(network) ? (
          words.keyCurves
        ) : (
          <>
            <i className={css.ramp} aria-hidden="true" /> {words.keyMaps}
          </>
        )}
      </li>
    </ul>
  );
}

const Line = ({ className }: { readonly className: string | undefined }) => (
  <svg className={css.sample} viewBox="0 0 26 8" aria-hidden="true">
    <path className={className} d="M0 4H26" />
  </svg>
);
