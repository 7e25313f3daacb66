// German words of what is worth a sentence of its own in a run.

import type { events as english } from '../en/events.ts';

export const events: typeof english = {
  newEpoch: {
    shuffled: 'Neue Epoche: Die Beispiele sind neu gemischt.',
    same: 'Neue Epoche: noch einmal dieselbe Reihenfolge.',
    drawn: 'Neue Epoche: Die Beispiele werden neu gezogen.',
  },
  circling: 'Kreist jetzt um ein Minimum: Rauschen, kein Fortschritt.',
  selfish: ({ batch, rest, others }) =>
    `Dieser Batch hülfe sich selbst und schadete den übrigen: Sein Verlust geht von ${batch.from} auf ${batch.to}, der der anderen ${others} von ${rest.from} auf ${rest.to}.`,
  overshoot: ({ limit, batch }) =>
    limit === null
      ? `Der Schritt schießt über das Ziel hinaus: Zuerst geht er bergab, und doch brächte er den Verlust seines eigenen Batches von ${batch.from} auf ${batch.to}.`
      : `Die Lernrate liegt über der Grenze ${limit}, und der Schritt schießt über das Ziel hinaus: Er brächte den Verlust seines eigenen Batches von ${batch.from} auf ${batch.to}.`,
};
