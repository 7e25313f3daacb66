// A run after some steps, as the tests of weight space's layers see it.

import { gradientScale } from '../../drawing/gradientScale.ts';
import { colourNames, type Palette } from '../../drawing/palette.ts';
import { nameLevels } from '../../drawing/sceneSurface.ts';
import { tracingOf } from '../../drawing/tracing/tracing.ts';
import { createViewport } from '../../drawing/viewport.ts';
import { defaultConfig, defaultHyperparameters, defaultStart, defaultView } from '../../lab/defaults.ts';
import { History } from '../../lab/history.ts';
import { createLabStore, type LabState, type LabStore } from '../../lab/store.ts';
import { shownView } from '../../lab/view.ts';
import type { OptimizerId } from '../../training/optimizers/index.ts';
import type { ProblemId } from '../../training/problems/index.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { english } from '../text/language.ts';
import type { PlotFrame } from './PlotContext.tsx';
import type { SceneSource } from './sceneSource.ts';

/** A colour per name, so that each part is known by its own. */
export const palette = Object.fromEntries(colourNames.map((name, i) => [name, `rgb(${i}, 0, 0)`])) as Palette;

export const testPlot = { left: 40, top: 30, right: 600, bottom: 450 };

export interface TestRun {
  readonly frame: PlotFrame;
  readonly history: History;
  readonly trainer: Trainer;
  store(change?: Partial<LabState>): LabStore;
  source(change?: Partial<LabState>): SceneSource;
}

/** @param count steps taken, all under the problem's own settings */
export function runAfter(count: number, problem: ProblemId = 'line-fit', optimizer: OptimizerId = 'sgd'): TestRun {
  const [config, hyperparameters] = [defaultConfig(problem, optimizer), defaultHyperparameters(problem, optimizer)];
  const trainer = new Trainer(() => 0);
  trainer.start(config);
  const history = new History();
  let detail = trainer.preview(0, hyperparameters);
  if (count > 0) {
    const reply = trainer.advance({
      ...{ steps: count, milliseconds: 1000, stepLimit: count, beyondConvergence: true, hyperparameters },
    });
    history.append(reply.steps, hyperparameters, reply.detail.weights);
    detail = reply.detail;
  }
  const view = defaultView(config);
  const aspect = (testPlot.right - testPlot.left) / (testPlot.bottom - testPlot.top);
  const viewport = createViewport(shownView(view, aspect), testPlot);
  const sampled = trainer.surface({ domain: viewport.view, columns: 64, rows: 64 });
  const surface = { ...sampled, tracing: tracingOf(sampled) };
  const frame: PlotFrame = { viewport, palette, measure: (text) => 6.5 * text.length };
  const { text, format } = english;
  const initial = { config, hyperparameters, view, detail, surface, cursor: count, stepCount: count, aspect };
  const store = (change: Partial<LabState> = {}): LabStore => createLabStore({ ...initial, ...change });
  return {
    ...{ frame, history, trainer, store },
    source(change = {}) {
      return {
        ...{ state: store(change).getState(), history, text, format },
        levels: nameLevels(surface, format.marks).labelsIn(frame),
        scale: gradientScale(viewport, surface, defaultStart(config)),
      };
    },
  };
}
