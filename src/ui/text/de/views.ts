// German words of the views beside weight space, and of what is said and printed of them.

import type { views as english } from '../en/views.ts';

export const views: typeof english = {
  tabs: 'Ansichten',
  twoWeightsOnly: 'Diese Ansicht ist für Modelle mit zwei Gewichten.',
  tabCompare: 'Vergleich',
  tabNumbers: 'Zahlen',
  tabData: 'Daten',
  tabLoss: 'Verlust',
  nextWeight: 'nächstes w',
  weight: 'w',
  rate: 'Lernrate',
  gradient: 'Gradient',
  update: 'Update',
  rule: ({ optimizer, equation, options }) =>
    `${optimizer}: ${equation}${options === '' ? '' : `; außerdem: ${options}`}`,
  batchGradient: (size) => `Mini-Batch-Gradient (Mittel von ${size})`,
  fullGradient: (count) => `voller Gradient (Mittel von ${count})`,
  loss: 'Verlust',
  before: 'vorher',
  after: 'nachher',
  thisBatch: (size) => `dieser Batch (${size})`,
  allData: (count) => `alle Daten (${count})`,
  falls: 'fällt',
  rises: 'steigt',
  same: 'gleich',
  hardly: 'kaum anders',
  exampleLoss: 'Verlust eines Beispiels',
  at: ({ step, epoch, w1, w2, loss }) =>
    `Schritt ${step}, Epoche ${epoch}. w1 ${w1}, w2 ${w2}. Verlust aller Daten ${loss}.`,
  summaryWeights: ({ w1, w2, nextW1, nextW2, fullLoss, steps, left, right, bottom, top }) =>
    `Der Verlust aller Daten als Höhenlinien über w1 von ${left} bis ${right} und w2 von ${bottom} bis ${top}. Nach ${steps} Schritten liegen die Gewichte bei ${w1}; ${w2}, wo der Verlust ${fullLoss} ist. Das anstehende Update brächte sie nach ${nextW1}; ${nextW2}.`,
  summaryData: ({ count, size, lowest, highest, loss, examples }) =>
    `${count} Beispiele mit der Vorhersage des Modells. Der Mini-Batch enthält ${size}, nach Nummern: ${examples}. Ihre Vorhersagen liegen zwischen ${lowest} und ${highest}, ihr mittlerer Verlust ist ${loss}.`,
  summaryLoss: ({ steps, first, last, lowest, lowestStep }) =>
    `Der Verlust des Mini-Batches über ${steps} Schritte: ${first} am Anfang, ${last} zuletzt, am kleinsten mit ${lowest} bei Schritt ${lowestStep}.`,
  summaryLossNone: 'Noch ist kein Schritt getan, also gibt es noch keine Kurve.',
  tabSteps: 'Schritte',
  stepsCaption: ({ first, last }) => `Schritte ${first} bis ${last}, die neuesten zuerst`,
  stepsNone: 'Noch ist kein Schritt getan.',
  columns: {
    step: 'Schritt',
    epoch: 'Epoche',
    w1: 'w1',
    w2: 'w2',
    gradientLength: 'Länge des Gradienten',
    updateLength: 'Länge des Updates',
    gradient1: 'Gradient 1',
    gradient2: 'Gradient 2',
    update1: 'Update 1',
    update2: 'Update 2',
    batchLoss: 'Verlust des Mini-Batches',
    learningRate: 'Lernrate',
  },
  tabSchedule: 'Zeitplan',
  printed: {
    settings: 'Einstellungen',
    formula: 'Formeln',
    link: 'Link zu diesem Lauf',
  },
  tabBatch: 'Batch-Tabelle',
  tabGradients: 'Gradienten',
  tabLayers: 'Schichten',
  tabNoise: 'Rauschen',
  tabOptimizer: 'Optimierer',
  tabCode: 'Code',
};
