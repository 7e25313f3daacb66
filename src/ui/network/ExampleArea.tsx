// Over data space: the example under the pointer lights up everywhere, and a press chooses it everywhere.

import { type PointerEvent, useEffect } from 'react';
import { heightOf, widthOf } from '../../drawing/viewport.ts';
import { useLab } from '../LabContext.tsx';
import { usePlot } from '../plots/PlotContext.tsx';
import { placeIn } from '../plots/PlotSvg.tsx';
import css from './network.module.css';

/** Pixels from an example at which it is still meant, by a pointer and by a finger. */
const reach = 10;
const reachOfFinger = 20;

/** @param isPlane whether both axes are features; else the second is the target */
export function ExampleArea({ isPlane }: { readonly isPlane: boolean }) {
  const lab = useLab();
  const { viewport } = usePlot();
  const { plot } = viewport;
  useEffect(() => () => lab.lightExample(null), [lab]);
  const exampleAt = (event: PointerEvent<SVGRectElement>): number | null => {
    const { examples } = lab.store.getState();
    if (examples === null) return null;
    const [x, y] = placeIn(event.currentTarget, event);
    const up = isPlane ? examples.x2 : examples.y;
    let nearest: number | null = null;
    let least = event.pointerType === 'touch' ? reachOfFinger : reach;
    for (let index = 0; index < examples.count; index++) {
      const away = Math.hypot(viewport.x(examples.x1[index]) - x, viewport.y(up[index]) - y);
      if (away > least) continue;
      least = away;
      nearest = index;
    }
    return nearest;
  };
  return (
    <rect
      className={css.area}
      x={plot.left}
      y={plot.top}
      width={widthOf(plot)}
      height={heightOf(plot)}
      onPointerMove={(event) => lab.lightExample(exampleAt(event))}
      onPointerLeave={() => lab.lightExample(null)}
      onPointerUp={(event) => {
        const example = exampleAt(event);
        lab.chooseExample(example === lab.store.getState().chosenExample ? null : example);
      }}
    />
  );
}
