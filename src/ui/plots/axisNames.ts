// What the axes of weight space are called in the plane that is shown.

import { networkIn } from '../../lab/network.ts';
import type { LabState } from '../../lab/store.ts';
import { nameOfWeight } from '../../training/network/layout.ts';
import type { Catalogue } from '../text/catalogue.ts';

export type AxisNames = readonly [nameX: string, nameY: string];

export function axisNames(
  { config, shownPlane }: Pick<LabState, 'config' | 'shownPlane'>,
  plots: Catalogue['plots'],
): AxisNames {
  const network = shownPlane === null ? null : networkIn(config);
  if (shownPlane === null || network === null) return [plots.w1, plots.w2];
  const { kind, weights } = shownPlane;
  if (kind === 'weights') return [nameOfWeight(network.layout, weights[0]), nameOfWeight(network.layout, weights[1])];
  const [nameX, nameY] = plots.planeAxes[kind];
  return [nameX ?? '', nameY ?? ''];
}
