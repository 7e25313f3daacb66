// The network of the run: its picture or its weights as a table, whose numbers are shown, and what the picture's lines and
// marks mean.

import { useId, useState } from 'react';
import type { Network } from '../../training/network/network.ts';
import { useLabState } from '../LabContext.tsx';
import plots from '../plots/plots.module.css';
import { ExampleChoice } from './ExampleChoice.tsx';
import { NetworkCaption } from './NetworkCaption.tsx';
import { NetworkInWords } from './NetworkInWords.tsx';
import { NetworkPicture } from './NetworkPicture.tsx';
import css from './network.module.css';
import { createPointed, PointedContext } from './PointedContext.ts';
import { useNetwork } from './useNetwork.ts';
import { WeightsTable } from './WeightsTable.tsx';
import { useNetworkText } from './words.ts';

export function NetworkFigure() {
  const network = useNetwork();
  return network === null ? null : <Figure network={network} />;
}

function Figure({ network }: { readonly network: Network }) {
  const words = useNetworkText();
  const summary = useId();
  const [pointed] = useState(createPointed);
  const [isTable, setTable] = useState(false);
  const isThere = useLabState(({ detail }) => detail !== null && detail.network !== null);
  return (
    <PointedContext value={pointed}>
      <figure className={`${plots.figure} ${css.figure}`} aria-label={words.figure} aria-describedby={summary}>
        <div className={css.head}>
          <ExampleChoice />
          <button type="button" className={css.toggle} onClick={() => setTable(!isTable)}>
            {isTable ? words.asPicture : words.asTable}
          </button>
        </div>
        {isTable ? <WeightsTable network={network} /> : <NetworkPicture network={network} />}
        {!isTable && isThere && <NetworkCaption network={network} />}
        <p id={summary} className={css.heard}>
          <NetworkInWords network={network} />
        </p>
      </figure>
    </PointedContext>
  );
}
