// The units and weights of the picture as things to point at, to reach with the arrow keys, and to watch: a list whose
// chosen entries are the watched weights. What is seen of them is on the canvases.

import { type KeyboardEvent, memo, type PointerEvent, useEffect, useRef, useState } from 'react';
import { isBias, keyOfPart, type NetworkPart, type NetworkPlan, partAt, unitBox } from '../../drawing/networkPlan.ts';
import { isNetworkKey, nextPart, weightsOfLayer } from '../../drawing/networkSteps.ts';
import { isModified } from '../../embed/keyUse.ts';
import type { Network } from '../../training/network/network.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { PlotSvg, placeIn } from '../plots/PlotSvg.tsx';
import type { PlotSize } from '../plots/usePlotSize.ts';
import css from './network.module.css';
import { usePointedStore } from './PointedContext.ts';
import { nameOfPart, weightOfPart } from './partNames.ts';
import { useNetworkText } from './words.ts';

interface PartsProps {
  readonly network: Network;
  readonly plan: NetworkPlan;
  readonly size: PlotSize;
}

/** Pixels from a line at which it is still meant, by a pointer and by a finger. */
const reach = 9;
const reachOfFinger = 18;

export function NetworkParts({ network, plan, size }: PartsProps) {
  const words = useNetworkText();
  const { point, leave, press, keys, active, list, ground } = useParts(network, plan);
  return (
    <PlotSvg
      size={size}
      role="listbox"
      aria-label={words.parts}
      aria-description={words.partsHelp}
      aria-multiselectable="true"
      className={css.parts}
      onPointerMove={point}
      onPointerLeave={leave}
      onClick={press}
      onKeyDown={keys}
    >
      <rect ref={ground} className={css.ground} width={size.width} height={size.height} />
      <g ref={list}>
        {partsOf(plan).map((part) => (
          <Part key={keyOfPart(part)} network={network} plan={plan} part={part} isActive={keyOfPart(part) === active} />
        ))}
      </g>
    </PlotSvg>
  );
}

/** Column by column: the units, then the weights to the next column. */
function partsOf({ layout, columns }: NetworkPlan): readonly NetworkPart[] {
  return columns.flatMap((units, column): readonly NetworkPart[] => [
    ...units.map((_, unit) => ({ kind: 'unit', column, unit }) as const),
    ...(column < layout.layers.length ? weightsOfLayer(layout, column) : []).map(
      (index) => ({ kind: 'weight', index }) as const,
    ),
  ]);
}

function useParts(network: Network, plan: NetworkPlan) {
  const lab = useLab();
  const pointed = usePointedStore();
  const list = useRef<SVGGElement>(null);
  const ground = useRef<SVGRectElement>(null);
  const [focused, setFocused] = useState<NetworkPart>({ kind: 'unit', column: 1, unit: 0 });
  // Another network may have no such part.
  const active = isPartOf(plan, focused) ? focused : ({ kind: 'unit', column: 0, unit: 0 } as const);
  useEffect(() => () => pointed.setState({ part: null }), [pointed]);
  const at = (event: PointerEvent<SVGSVGElement>): NetworkPart | null =>
    ground.current === null
      ? null
      : partAt(plan, ...placeIn(ground.current, event), event.pointerType === 'touch' ? reachOfFinger : reach);
  const watch = (part: NetworkPart): void => {
    const index = weightOfPart(network.layout, part);
    if (index !== null) lab.watch(index);
  };
  const partOf = (element: EventTarget): NetworkPart | null =>
    element instanceof SVGElement && list.current?.contains(element) ? active : null;
  const move = (to: NetworkPart): void => {
    setFocused(to);
    pointed.setState({ part: to });
    list.current?.querySelector<SVGElement>(`[data-part="${keyOfPart(to)}"]`)?.focus();
  };
  return {
    list,
    ground,
    active: keyOfPart(active),
    point(event: PointerEvent<SVGSVGElement>): void {
      const part = at(event);
      const before = pointed.getState().part;
      if (
        (part === null) !== (before === null) ||
        (part !== null && before !== null && keyOfPart(part) !== keyOfPart(before))
      )
        pointed.setState({ part });
    },
    leave: (): void => pointed.setState({ part: null }),
    press(event: PointerEvent<SVGSVGElement>): void {
      const part = at(event);
      if (part === null) return;
      pointed.setState({ part });
      setFocused(part);
      // A unit is shown at a press; only the lines are watched by it.
      if (part.kind === 'weight') watch(part);
    },
    keys(event: KeyboardEvent<SVGSVGElement>): void {
      const part = partOf(event.target);
      if (part === null || isModified(event)) return;
      if (isNetworkKey(event.key)) move(nextPart(network.layout, part, event.key));
      else if (event.key === 'Enter' || event.key === ' ') {
        if (!event.repeat) watch(part);
      } else return;
      event.preventDefault();
    },
  };
}

const isPartOf = ({ layout }: NetworkPlan, part: NetworkPart): boolean =>
  part.kind === 'weight'
    ? part.index < layout.dimension
    : part.column < layout.sizes.length && part.unit < layout.sizes[part.column];

interface PartProps {
  readonly network: Network;
  readonly plan: NetworkPlan;
  readonly part: NetworkPart;
  readonly isActive: boolean;
}

const Part = memo(function Part({ network, plan, part, isActive }: PartProps) {
  const words = useNetworkText();
  const pointed = usePointedStore();
  const isWatched = useLabState(({ watched }) => part.kind === 'weight' && watched.includes(part.index));
  return (
    <g
      role="option"
      data-part={keyOfPart(part)}
      aria-label={nameOfPart(network, part, words)}
      aria-selected={part.kind === 'weight' ? isWatched : undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible')) pointed.setState({ part });
      }}
      onBlur={() => pointed.setState({ part: null })}
    >
      <Touched plan={plan} part={part} />
    </g>
  );
});

function Touched({ plan, part }: { readonly plan: NetworkPlan; readonly part: NetworkPart }) {
  if (part.kind === 'unit') {
    const { left, top } = unitBox(plan.columns[part.column][part.unit], plan.side);
    return <rect className={css.unit} x={left} y={top} width={plan.side} height={plan.side} />;
  }
  const [x1, y1, x2, y2] = plan.lines[part.index];
  return <line className={isBias(plan.layout, part.index) ? css.bias : css.weight} {...{ x1, y1, x2, y2 }} />;
}
