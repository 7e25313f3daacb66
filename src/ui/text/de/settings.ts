// German words of the settings, which come when these are opened.

import type { settings as english } from '../en/settings.ts';

export const settings: typeof english = {
  network: 'Netz',
  hiddenLayers: 'Verborgene Schichten',
  noLayers: 'keine: von den Eingaben geradewegs zur Ausgabe',
  unitsOfLayer: (layer) => `Einheiten der verborgenen Schicht ${layer}`,
  addLayer: 'Schicht hinzufügen',
  removeLayer: 'Letzte entfernen',
  layersHelp: 'Einheiten jeder Schicht, 1 bis 8; eine einzige darf 16 haben.',
  weightsInAll: (count) => `${count} Gewichte im Ganzen, die Biase mitgezählt`,
  targets: {
    bce: () =>
      'Hinter einer Sigmoidfunktion ist die Ausgabe die Wahrscheinlichkeit der Klasse 1; die Zielwerte sind 0 und 1.',
    'cross-entropy': () => 'Jede Klasse hat eine Ausgabe; Softmax macht daraus Wahrscheinlichkeiten.',
    mse: (classes) => {
      if (classes === 0) return 'Die Ausgabe wird mit dem Zielwert verglichen.';
      return classes > 2
        ? 'Jede Klasse hat eine Ausgabe, verglichen mit +1 für ihre eigenen Beispiele und mit −1 für die anderen.'
        : 'Die Ausgabe wird mit −1 für Klasse 0 und mit +1 für Klasse 1 verglichen.';
    },
    'sigmoid-mse': (classes) =>
      `${classes > 2 ? 'Jede Klasse hat eine Ausgabe; deren' : 'Ihre'} Sigmoidfunktion wird mit 0 und 1 verglichen. Wo sie sicher falsch liegt, stirbt der Gradient: Dort ist die Sigmoidfunktion flach.`,
    hinge: () =>
      'Die Klassen sind −1 und +1. Kein Verlust entsteht, wo die Ausgabe jenseits der Zahl ihrer Klasse liegt.',
    huber: () => 'Der halbe quadrierte Fehler bis zum Abstand 1 vom Zielwert, darüber hinaus nur linear.',
  },
  heldOut: ({ hasClasses }) =>
    `Als Test zurückbehalten (in Prozent${hasClasses ? ', von jeder Klasse derselbe Anteil' : ''})`,
  startOffset: 'Anfang, als Abstand von den gezogenen Gewichten',
  offsetOf: (weight) => `Abstand von ${weight}`,
  offsetAlong: { first: 'Abstand entlang der ersten Richtung', second: 'Abstand entlang der zweiten Richtung' },

  gradients: 'Gradienten',
  accumulate: 'Mikro-Batches je Update',
  accumulateHelp:
    'Sie werden der Reihe nach geschnitten und zählen gleich, wie klein sie auch sind, wie bei loss / k. Das letzte Update einer Epoche nimmt, was übrig ist, und teilt durch deren Zahl.',
  clipNorm: 'Auf diese Länge kürzen (0: gar nicht)',
  clipNormHelp:
    'Ein längerer Gradient wird so lang gemacht, bevor der Optimierer ihn sieht. Das bewahrt einen Lauf davor davonzufliegen, nicht vor dem Pendeln.',
  forgetZeroGrad: 'zero_grad vergessen',
  forgetZeroGradHelp:
    'Die Summe wird nie geleert: Jedes Update entsteht aus allen Gradienten, seit dies gesetzt wurde. Wo das Kürzen die Summe verkürzt, bleibt sie verkürzt.',
};
