// German words about how a run ends.

import type { ending as english } from '../en/ending.ts';

export const ending: typeof english = {
  diverged: ({ step }) => `Der Lauf ist bei Schritt ${step} divergiert.`,
  reason: {
    aboveLimit: ({ rate, limit }) =>
      `Seine Lernrate ${rate} liegt über der Grenze ${limit}, also schießen die Schritte immer weiter über das Tal hinaus.`,
    aboveBatchLimit: ({ rate, limit, size }) =>
      `Seine Lernrate ${rate} liegt über ${limit}, der Grenze für diese Mini-Batches von ${size} in ihrer Reihenfolge.`,
    aboveDrawLimit: ({ rate, limit, size }) =>
      `Seine Lernrate ${rate} liegt über ${limit}, der Grenze für Mini-Batches von ${size}, die mit Zurücklegen gezogen werden.`,
    tooFast: ({ rate }) => `Mit der Lernrate ${rate} trugen seine Schritte ein Gewicht über eine Million hinaus.`,
    stepSizes: () =>
      'Die Schrittweiten, die wachsen, solange das Vorzeichen des Gradienten bleibt, trugen ein Gewicht über eine Million hinaus.',
    decay: ({ product }) =>
      `Lernrate mal Gewichtsabnahme ist ${product}, mehr als 2: Schon die Abnahme allein wirft die Gewichte mit jedem Schritt weiter über die Null hinaus.`,
    climbing: () => 'Er sollte steigen, und hier steigt der Verlust ohne Ende.',
    climbingAgainstDecay: () =>
      'Er sollte steigen, und der Verlust steigt schneller, als die Gewichtsabnahme zurückzieht.',
    lowFarOut: ({ loss, first }) =>
      `Ein Gewicht liegt jenseits einer Million, und doch ist der Verlust aller Daten ${loss}, nach ${first} am Anfang: Hier ist der Verlust weit draußen klein.`,
    overflow: ({ rate }) =>
      `Mit der Lernrate ${rate} führten seine Schritte zu Gewichten, bei denen der Verlust oder ein Gradient eine zu große Zahl ist, um damit zu rechnen.`,
    overflowAtStart: () =>
      'An seinem Anfang ist der Verlust oder ein Gradient eine zu große Zahl, um damit zu rechnen, bei jeder Lernrate. Ein Anfang näher am Minimum hilft.',
    zeroByZero: () =>
      'Das nächste Update ist keine Zahl, denn die Regel teilt 0 durch 0. Ein Epsilon über 0 verhindert das.',
  },
  overflowIn: ({ layer, layers }) => `Die Zahlen laufen in Schicht ${layer} von ${layers} über.`,
  converged: ({ step, loss }) =>
    `Bis Schritt ${step} ist der Lauf konvergiert: Mindestens 500 Schritte und zwei Epochen lang war kein Gradient, wie ihn die Regel bekam (mit seiner Gewichtsabnahme), und kein Update länger als 0,000001, und die Gewichte haben höchstens noch 0,0001 vor sich. Der Verlust aller Daten ist ${loss}.`,
  limitReached: ({ step }) =>
    `Der Lauf hat bei seiner Grenze von ${step} Schritten angehalten. Nichts ist verkehrt, er kann weitergehen.`,
  rateHolds: ({ rate, steps }) => `Ein Lauf mit ${rate} hielt ${steps} Schritte lang.`,
  noRateHolds: ({ steps }) => `Keine kleinere Lernrate, die geprüft wurde, hielt ${steps} Schritte lang.`,
  tryRate: (rate) => `Neu mit ${rate}`,
  wholePath: 'Den ganzen Pfad zeigen',
  logarithmicLoss: 'Verlust logarithmisch',
  keepGoing: 'Weiterlaufen',

  place: {
    minimum: ({ smallest, largest }) =>
      `Er steht in einem Minimum: Der Verlust krümmt sich ringsum aufwärts, um ${smallest} bis ${largest}.`,
    floor: ({ largest }) =>
      `Er steht auf dem Grund eines Tals: Quer dazu krümmt sich der Verlust aufwärts, um ${largest}, entlang kaum.`,
    saddle: ({ largest, smallest }) =>
      `Er steht an einem Sattel: Der Verlust krümmt sich in einer Richtung aufwärts, um ${largest}, in einer anderen abwärts, um ${smallest}.`,
    maximum: ({ smallest }) =>
      `Er steht auf einem Maximum oder einem Grat: Nichts krümmt sich aufwärts, und der Verlust krümmt sich abwärts um ${smallest}.`,
    plateau: ({ gradient }) =>
      `Er steht auf einem Plateau: Der Gradient ist ${gradient} lang, und der Verlust krümmt sich kaum.`,
    slope: ({ gradient }) =>
      `Er steht an einem Hang: Der Gradient aller Beispiele ist ${gradient} lang. Uneinige Batches, eine große Rate, Gewichtsabnahme oder ein Knick des Verlusts können einen Lauf dort halten.`,
    cycle: ({ period }) => `Er geht im Kreis: Nach je ${period} Schritten sind die Gewichte wieder dieselben.`,
    unknown: ({ gradient }) =>
      `Wie sich der Verlust dort krümmt, ließ sich nicht finden; der Gradient aller Beispiele ist ${gradient} lang.`,
  },
  placeWithDecay: 'Gradient und Krümmung sind die des Verlusts mit der Gewichtsabnahme.',
  placeOfNetwork:
    'Krümmungen eines Netzes werden gesucht, auf einige Prozent genau; was unter einem Tausendstel der größten liegt, zählt als keine.',
  placeNames: {
    minimum: 'Minimum',
    floor: 'Talgrund',
    saddle: 'Sattel',
    maximum: 'Maximum',
    plateau: 'Plateau',
    slope: 'Hang',
    cycle: 'Kreis',
    unknown: '',
  },

  replaced: {
    optimizer: (name) => `Der Lauf hat mit ${name} neu begonnen.`,
    problem: (name) => `Ein neuer Lauf hat begonnen: ${name}.`,
    chosen: (name) => `Gewählt wurde ${name}.`,
    rate: ({ from, to }) => `Die Lernrate wurde von ${from} auf ${to} gesetzt.`,
    dataLost: (why) => `Die eigenen Daten konnten nicht bleiben („Rückgängig“ bringt sie zurück): ${why}`,
    backTo: (name) => `Zurück zu ${name}`,
    backToStep: ({ name, step }) => `Zurück zu Schritt ${step} von ${name}`,
  },
};
