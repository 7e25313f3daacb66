// German words about how a run ends.

import type { ending as english } from '../en/ending.ts';

export const ending: typeof english = {
  divergence: {
    aboveLimit: ({ step, rate, limit }) =>
      `Der Lauf ist bei Schritt ${step} divergiert: Die Lernrate ${rate} liegt über der Grenze ${limit}, also schießen die Schritte immer weiter über das Tal hinaus.`,
    tooFast: ({ step, rate }) =>
      `Der Lauf ist bei Schritt ${step} divergiert: Mit der Lernrate ${rate} trugen die Schritte die Gewichte schneller fort, als der Gradient sie zurückholen konnte.`,
    climbing: ({ step }) =>
      `Der Lauf hat bei Schritt ${step} die Karte verlassen: Er sollte steigen, und hier steigt der Verlust ohne Ende.`,
    carriedOff: ({ step, rate }) =>
      `Der Lauf hat bei Schritt ${step} die Karte verlassen: Mit der Lernrate ${rate} sind seine Schritte so lang, dass sie die Gewichte davontrugen.`,
    notANumber: ({ step }) =>
      `Der Lauf endet bei Schritt ${step}: Das nächste Update ist keine Zahl, denn die Regel teilt 0 durch 0. Ein Epsilon über 0 verhindert das.`,
  },
  converged: ({ step, loss }) =>
    `Bis Schritt ${step} ist der Lauf konvergiert: Mindestens 500 Schritte und zwei Epochen lang war kein Gradient (mit seiner Gewichtsabnahme) und kein Update länger als 0,000001, und die Gewichte haben höchstens noch 0,0001 vor sich. Der Verlust aller Daten ist ${loss}.`,
  limitReached: ({ step }) =>
    `Der Lauf hat bei seiner Grenze von ${step} Schritten angehalten. Nichts ist verkehrt, er kann weitergehen.`,
  tryRate: (rate) => `${rate} von Anfang an versuchen`,
  keepGoing: 'Weiterlaufen',
};
