// What a layer of weight space is drawn from: the state, the log, and the words.

import type { LineLabel } from '../../drawing/contours.ts';
import type { Mark } from '../../drawing/marks.ts';
import type { History } from '../../lab/history.ts';
import type { LabState } from '../../lab/store.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { Formats } from '../text/format.ts';
import type { PlotFrame } from './PlotContext.tsx';

export interface SceneSource {
  readonly state: LabState;
  readonly history: History;
  readonly text: Pick<Catalogue, 'plots'>;
  readonly format: Formats;
  /** Where the levels of the surface are written. */
  readonly levels: readonly LineLabel[];
  /** What gradients are multiplied by to be drawn like vectors of weights. */
  readonly scale: number;
}

export type LayerOf = (frame: PlotFrame, source: SceneSource) => readonly Mark[];
