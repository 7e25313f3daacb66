// The picture of the network: lines, maps, and marks on canvases that follow the state without a rendering, and over them
// the parts themselves, within reach of pointer, keyboard, and screen reader.

import { useMemo } from 'react';
import { labelSize, tickSize } from '../../drawing/marks.ts';
import { type NetworkPlan, planNetwork } from '../../drawing/networkPlan.ts';
import type { Network } from '../../training/network/network.ts';
import { labelWidth } from '../plots/labels.ts';
import { usePalette } from '../plots/usePalette.ts';
import { type PlotSize, usePlotSize } from '../plots/usePlotSize.ts';
import { useFormats } from '../text/TextContext.tsx';
import { NetworkCanvases } from './NetworkCanvases.tsx';
import { NetworkParts } from './NetworkParts.tsx';
import css from './network.module.css';
import { useNetworkText } from './words.ts';

export function NetworkPicture({ network }: { readonly network: Network }) {
  const { ref, size } = usePlotSize<HTMLDivElement>();
  const palette = usePalette(ref);
  const plan = usePlan(network, size);
  return (
    <div ref={ref} className={css.picture}>
      {plan !== null && palette !== null && (
        <>
          <NetworkCanvases network={network} plan={plan} palette={palette} size={size} />
          <NetworkParts network={network} plan={plan} size={size} />
        </>
      )}
    </div>
  );
}

/** Pixels around the picture, and between a unit and what is written beside it. */
const edge = 4;
const besideUnit = 10;
/** A target that is a number, and a number under a unit. */
const longTarget = -0.888;
const longNumber = -0.0888;
/** Numbers under units are smaller than labels. */
const numberScale = tickSize / labelSize;

function usePlan(network: Network, { width, height }: PlotSize): NetworkPlan | null {
  const words = useNetworkText();
  const format = useFormats();
  return useMemo(() => {
    if (!(width > 60 && height > 60)) return null;
    const target = network.spec.classes > 0 ? '−1' : format.number(longTarget);
    const left = Math.max(...network.spec.inputs.map(labelWidth)) + besideUnit;
    const right = labelWidth(words.target(target)) + besideUnit;
    const room = { left: edge, top: edge, right: width - edge, bottom: height - edge };
    const number = labelWidth(words.delta(format.number(longNumber))) * numberScale;
    return planNetwork(network.layout, room, { left, right, number });
  }, [network, width, height, words, format]);
}
