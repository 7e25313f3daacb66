// Other mini-batches at the present weights, drawn anew with every step once the reader has asked for them.

import type { Lab } from './lab.ts';
import { Latest } from './latest.ts';
import type { LabState } from './store.ts';

/** How many batches are drawn. */
export const drawCount = 500;

/** Begins to draw; returns a function that ends it. What was drawn last stays. */
export function keepDraws({ store, desk }: Pick<Lab, 'store' | 'desk'>): () => void {
  const draws = new Latest(desk, 'draws', (sample, { weights }) => {
    store.setState({ draws: sample === null ? null : { weights, sample } });
  });
  const draw = (state: LabState): void => {
    const { config, hyperparameters, layers, detail } = state;
    const { resampleSeed: seed } = layers;
    if (seed === null || detail === null || !detail.weights.every(Number.isFinite) || detail.weights.length !== 2) {
      draws.ask(null);
      return;
    }
    const weights = [detail.weights[0], detail.weights[1]] as const;
    draws.ask({ config, weights, batchSize: hyperparameters.batchSize, count: drawCount, seed });
  };
  draw(store.getState());
  const end = store.subscribe((state, before) => {
    const isSame =
      state.detail === before.detail &&
      state.layers.resampleSeed === before.layers.resampleSeed &&
      state.hyperparameters.batchSize === before.hyperparameters.batchSize;
    if (!isSame) draw(state);
  });
  return () => {
    end();
    draws.ask(null);
  };
}
