// German words of the views beside weight space, and of what is said and printed of them.

import type { views as english } from '../en/views.ts';

export const views: typeof english = {
  tabs: 'Ansichten',
  tabCompare: 'Vergleich',
  tabGuide: 'Anleitung',
  tabNumbers: 'Zahlen',
  tabData: 'Daten',
  tabLoss: 'Verlust',
  rule: ({ optimizer, equation, options }) =>
    `${optimizer}: ${equation}${options === '' ? '' : `; außerdem: ${options}`}`,
  shareRight: ({ share, count, test }) =>
    `Richtig entschieden: ${share} % von ${count}${test === null ? '' : `, beim Test ${test.share} % von ${test.count}`}.`,
  at: ({ step, epoch, w1, w2, loss }) =>
    `Schritt ${step}, Epoche ${epoch}. w1 ${w1}, w2 ${w2}. Verlust aller Daten ${loss}.`,
  atNetwork: ({ step, epoch, loss, test }) =>
    `Schritt ${step}, Epoche ${epoch}. Verlust aller Daten ${loss}${test === null ? '' : `, des Tests ${test}`}.`,
  summaryPlane: (of) =>
    `Der Verlust aller Daten als Höhenlinien über einer Ebene durch den Raum aller ${of.weights} Gewichte: ${of.nameX} von ${of.left} bis ${of.right} und ${of.nameY} von ${of.bottom} bis ${of.top}. Nach ${of.steps} Schritten sind die Gewichte bei ${of.x}; ${of.y} zu sehen, ${of.distance} neben der Ebene; ihr Verlust ist ${of.fullLoss}.`,
  summaryTest: ({ loss, count }) => `Der Verlust auf den ${count} zurückbehaltenen Beispielen ist ${loss}.`,
  summaryWeights: ({ w1, w2, nextW1, nextW2, fullLoss, steps, left, right, bottom, top }) =>
    `Der Verlust aller Daten als Höhenlinien über w1 von ${left} bis ${right} und w2 von ${bottom} bis ${top}. Nach ${steps} Schritten liegen die Gewichte bei ${w1}; ${w2}, wo der Verlust ${fullLoss} ist. Das anstehende Update brächte sie nach ${nextW1}; ${nextW2}.`,
  summaryData: ({ count, size, lowest, highest, loss, examples }) =>
    `${count} Beispiele mit der Vorhersage des Modells. Der Mini-Batch enthält ${size}, nach Nummern: ${examples}. Ihre Vorhersagen liegen zwischen ${lowest} und ${highest}, und der Verlust des Mini-Batches ist ${loss}.`,
  summaryLoss: ({ steps, first, last, lowest, lowestStep }) =>
    `Der Verlust des Mini-Batches über ${steps} Schritte: ${first} am Anfang, ${last} zuletzt, am kleinsten mit ${lowest} bei Schritt ${lowestStep}.`,
  summaryLossNone: 'Noch ist kein Schritt getan, also gibt es noch keine Kurve.',
  tabSteps: 'Schritte',
  tabSchedule: 'Zeitplan',
  printed: {
    settings: 'Einstellungen',
    formula: 'Formeln',
    link: 'Link zu diesem Lauf',
    accumulate: 'Mikro-Batches je Update',
    clipNorm: 'Gradienten gekürzt auf die Länge',
    forgetZeroGrad: 'zero_grad vergessen',
    startOffset: 'Anfang, als Abstand von den gezogenen Gewichten',
    startPlane: 'Dieser Abstand liegt längs',
    ownData: 'Eigene Beispiele',
    standardise: 'Standardisiert',
    arrangement: 'Anordnung',
    arrangements: {
      'as-drawn': 'wie gezogen',
      sorted: 'sortiert',
      'one-class-rare': 'eine Klasse selten',
      outlier: 'ein Ausreißer',
      unscaled: 'ein Merkmal in anderem Maßstab',
      duplicates: 'ein Viertel, wiederholt',
    },
  },
  tabBatch: 'Batch',
  tabGradients: 'Gradienten',
  tabLayers: 'Schichten',
  tabNoise: 'Rauschen',
  tabSection: 'Schnitt',
  tabDepth: 'Tiefe',
  tabOptimizer: 'Optimierer',
  tabCode: 'Code',
  tabGlossary: 'Glossar',
};
