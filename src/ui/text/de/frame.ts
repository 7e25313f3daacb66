// German words of what surrounds the lab: the menu, what a host page fixed, and what is said instead of shown.

import type { Catalogue } from '../catalogue.ts';

export const frame: Catalogue['frame'] = {
  locked: 'Von der Seite, in der das Lab steht, festgelegt.',
  unknownNames: ({ names, single }) =>
    single
      ? `Nichts hier heißt ${names}, was die Seite um dieses Lab ausblendet oder festlegt.`
      : `Nichts hier hat diese Namen, die die Seite um dieses Lab ausblendet oder festlegt: ${names}.`,
  failure:
    'Das Training ist in kurzer Zeit dreimal zusammengebrochen und wurde angehalten. Die bisherigen Schritte sind noch da.',
  tryAgain: 'Von vorn versuchen',
  menu: 'Menü',
  export: 'Mitnehmen …',
  share: 'Teilen …',
  about: 'Über die Zahlen',
  keyboard: 'Tastatur',
  print: 'Drucken …',
  printRefused: 'Von hier aus lässt sich nicht drucken. Vielleicht kann es das Menü des Browsers.',

  at: ({ step, epoch, w1, w2, loss }) =>
    `Schritt ${step}, Epoche ${epoch}. w1 ${w1}, w2 ${w2}. Verlust aller Daten ${loss}.`,
  summaryWeights: ({ w1, w2, nextW1, nextW2, fullLoss, steps, left, right, bottom, top }) =>
    `Der Verlust aller Daten als Höhenlinien über w1 von ${left} bis ${right} und w2 von ${bottom} bis ${top}. Nach ${steps} Schritten liegen die Gewichte bei ${w1}; ${w2}, wo der Verlust ${fullLoss} ist. Das anstehende Update brächte sie nach ${nextW1}; ${nextW2}.`,
  summaryData: ({ count, size, lowest, highest, loss, examples }) =>
    `${count} Beispiele mit der Vorhersage des Modells. ${size} davon sind im Mini-Batch: ${examples}. Ihre Vorhersagen liegen zwischen ${lowest} und ${highest}, ihr mittlerer Verlust ist ${loss}.`,
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
};
