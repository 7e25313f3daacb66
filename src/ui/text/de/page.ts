// German words of the page's frame, controls, and panels.

import type { Catalogue } from '../catalogue.ts';
import { notice } from './notices.ts';

export const page: Catalogue['page'] = {
  title: 'Minibatch Lab',
  problem: 'Aufgabe',
  ofOwnData: (title) => `${title} · eigene Daten`,
  families: { bowl: 'Schalen', valley: 'Täler', minima: 'Viele Minima', neuron: 'Neuronen', network: 'Netze' },
  optimizer: 'Optimierer',
  optimizerFamilies: { basic: 'Grundlegend', adaptive: 'Adaptiv', other: 'Andere' },
  settings: 'Einstellungen',
  close: 'Schließen',
  theme: 'Farben',
  themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
  more: 'Mehr',
  /** The switch between the few things of a first lesson and all there is. */
  everything: 'Alle Regler und Ansichten',
  faces: { label: 'Am großen Platz', network: 'Netz', weights: 'Gewichtsraum', data: 'Daten', loss: 'Verlust' },
  backToRun: 'Zurück zum Lauf',
  dismiss: 'Ausblenden',
  notices: 'Hinweise',
  moreNotices: (count) => (count === 1 ? '1 weiterer' : `${count} weitere`),
  times: (count) => `(${count}-mal)`,

  transport: 'Lauf',
  play: 'Start',
  pause: 'Pause',
  step: 'Schritt',
  stepBack: 'Zurück',
  nextEpoch: 'Nächste Epoche',
  reset: 'Neu',
  stepOfRun: 'Schritt des Laufs',
  position: ({ step, steps }) => `Schritt ${step} von ${steps}`,
  positionEpoch: (epoch) => `, Epoche ${epoch}`,
  speed: 'Tempo',
  speedHalf: '1 Schritt in 2 s',
  speedOne: '1 Schritt/s',
  speedSteps: (steps) => `${steps} Schritte/s`,
  phaseHalf: '1 Phase in 2 s',
  phaseOne: '1 Phase/s',
  speedPhases: (phases) => `${phases} Phasen/s`,
  speedTop: 'so schnell es geht',

  learningRate: 'Lernrate',
  batchSize: 'Batch-Größe',
  notice,

  data: 'Daten',
  newSeed: 'Neu würfeln',
  start: 'Anfang',
  startW1: 'Anfang von w1',
  startW2: 'Anfang von w2',
  batches: 'Batches',
  sampling: 'Reihenfolge',
  samplings: {
    reshuffle: 'jede Epoche neu gemischt',
    once: 'einmal gemischt',
    fixed: 'nie gemischt',
    replacement: 'mit Zurücklegen gezogen',
  },
  dropLast: 'Den kürzeren letzten Batch weglassen',
  schedule: 'Zeitplan der Lernrate',
  scheduleKind: 'Zeitplan',
  unit: 'Gezählt in',
  units: { step: 'Schritten', epoch: 'Epochen' },
  warmup: 'Aufwärmen',
  startsAnew: 'beginnt den Lauf neu',
  fromNextStep: 'gilt ab dem nächsten Schritt',

  waiting: 'Die Beispiele werden erzeugt.',
  longest:
    'Die Lernrate ist so klein, dass 100 solche Schritte kein Zehntel des Weges schaffen. Als Nächstes ziehen 000 von 0,000 Beispielen zusammen nach rechts unten; Adadelta geht nach rechts unten. Der Schritt brächte den Verlust des Batches von −0.0000 auf −0.00000 und brächte den aller Daten von −0.0000 auf −0.00000.',
  longestOfNetwork:
    'Die Lernrate ist so klein, dass 100 solche Schritte kein Zehntel des Weges schaffen. Als Nächstes ziehen 000 von 0,000 Beispielen zusammen an allen 000 Gewichten, mit einem Gradienten der Länge −0.00000; Adadelta bewegt sie um eine Strecke von −0.00000. Der Schritt brächte den Verlust des Batches von −0.0000 auf −0.00000 und brächte den aller Daten von −0.0000 auf −0.00000.',
};
