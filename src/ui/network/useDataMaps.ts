// Asks for maps of the network while something shows them.

import { useEffect, useMemo, useRef } from 'react';
import { domainOfAll } from '../../drawing/examples.ts';
import type { MapName } from '../../lab/store.ts';
import { inputFeatures } from '../../training/network/inputs.ts';
import type { Network } from '../../training/network/network.ts';
import { dataView } from '../../training/network/networkData.ts';
import { isOwnRun } from '../../training/run/ownRuns.ts';
import type { RunConfig } from '../../training/run/run.ts';
import type { Domain } from '../../training/vector.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { networkKind } from '../plots/dataScene.ts';

/** Cells of a map along its shorter side; over data on a line, points of a curve. */
const cells: Readonly<Record<MapName, number>> = { units: 32, prediction: 96 };
/** The same of what changes with every frame: as fine as there is time for. */
const cellsInMotion: typeof cells = { units: 32, prediction: 40 };
const pointsOnLine: Readonly<Record<MapName, number>> = { units: 96, prediction: 240 };

/** Whether a network reads the first feature of the data only, so that what it says is a curve. */
export const isOnLine = ({ spec }: Network): boolean => spec.inputs.every((name) => !inputFeatures[name].usesSecond);

/** Whether the prediction is seen over a plane of features: classes, or a number that follows from two. */
export const hasGround = (config: Pick<RunConfig, 'data'>, network: Network): boolean =>
  networkKind(config, network) !== 'function';

/** The part of the plane of data that the maps of units show; while an example is dragged it holds still. */
export function useUnitsView(): Domain {
  const isAnywhere = useLabState(({ config }) => isOwnRun(config));
  const isDragged = useLabState((state) => state.dataEditing === 'drag');
  const examples = useLabState((state) => state.examples);
  const test = useLabState((state) => state.test);
  const found = useMemo(
    () => (isAnywhere && examples !== null ? domainOfAll([examples, test], 'x2') : dataView),
    [isAnywhere, examples, test],
  );
  const held = useRef(found);
  if (!isDragged) held.current = found;
  return held.current;
}

/** @param view the same at every rendering */
export function useDataMaps(name: MapName, network: Network, view: Domain): void {
  const lab = useLab();
  const isPlane = useLabState(({ config }) => hasGround(config, network));
  const side = useLabState(({ status }) => (status === 'running' ? cellsInMotion : cells)[name]);
  useEffect(() => {
    const ratio = (view.x[1] - view.x[0]) / (view.y[1] - view.y[0]);
    const along = (share: number): number => Math.round(side * Math.max(1, share));
    const isLine = name === 'units' ? isOnLine(network) : !isPlane;
    const grid = isLine
      ? { view, columns: pointsOnLine[name], rows: 1 }
      : { view, columns: along(ratio), rows: along(1 / ratio) };
    lab.wantMaps(name, grid);
  }, [lab, name, network, view, side, isPlane]);
  useEffect(() => () => lab.wantMaps(name, null), [lab, name]);
}
