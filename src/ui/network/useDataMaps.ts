// Asks for the maps of the network while something shows them.

import { useEffect } from 'react';
import type { MapName } from '../../lab/store.ts';
import { inputFeatures } from '../../training/network/inputs.ts';
import type { Network } from '../../training/network/network.ts';
import { dataView } from '../../training/network/networkData.ts';
import { useLab } from '../LabContext.tsx';

/** Cells of a unit's map along each side; over data on a line, points of its curve. */
const cells = 32;
const pointsOnLine = 96;

/** Whether a network reads one feature of the data only, so that what it says is a curve. */
export const isOnLine = ({ spec }: Network): boolean => spec.inputs.every((name) => !inputFeatures[name].usesSecond);

export function useDataMaps(name: MapName, network: Network): void {
  const lab = useLab();
  useEffect(() => {
    const isLine = isOnLine(network);
    lab.wantMaps(name, { view: dataView, columns: isLine ? pointsOnLine : cells, rows: isLine ? 1 : cells });
    return () => lab.wantMaps(name, null);
  }, [lab, name, network]);
}
