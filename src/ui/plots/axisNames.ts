// What the axes of weight space are called in the plane that is shown.

import { networkIn } from '../../lab/network.ts';
import type { LabState } from '../../lab/store.ts';
import { ofNetworks } from '../../training/run/networks.ts';
import type { Catalogue } from '../text/catalogue.ts';

export type AxisNames = readonly [nameX: string, nameY: string];

export function axisNames(
  { config, shownPlane }: Pick<LabState, 'config' | 'shownPlane'>,
  plots: Catalogue['plots'],
): AxisNames {
  const network = shownPlane === null ? null : networkIn(config);
  if (shownPlane === null || network === null) return [plots.w1, plots.w2];
  const { kind, weights } = shownPlane;
  const nameOf = (index: number): string => ofNetworks().nameOfWeight(network.layout, index);
  if (kind === 'weights') return [nameOf(weights[0]), nameOf(weights[1])];
  const [nameX, nameY] = plots.planeAxes[kind];
  return [nameX ?? '', nameY ?? ''];
}
