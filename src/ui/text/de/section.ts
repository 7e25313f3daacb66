// German words of the section along the step.

import type { section as english } from '../en/section.ts';

export const section: typeof english = {
  figure: 'Schnitt entlang des Schritts',
  axes: { rate: 'Lernrate', share: 'Anteil des Updates' },
  loss: 'Verlust',
  batch: 'dieser Batch',
  all: 'alle Beispiele',
  parabola: 'Steigung und Krümmung',
  here: 'hier',
  landing: 'dieser Schritt',
  bestBatch: 'am besten für den Batch',
  bestAll: 'am besten für alle',
  breakEven: 'Gleichstand',

  handle: 'Lernrate auf dem Schnitt',
  handleHelp: 'Ziehen oder mit den Pfeiltasten bewegen: Es ist die Lernrate des Reglers.',

  waiting: 'Die Verluste entlang des Schritts werden berechnet.',
  overflow: 'Eine Zahl dieses Schritts ist nicht endlich; es gibt nichts, woran entlang geschnitten werden könnte.',
  still: 'Dieses Update bewegt kein Gewicht; es hat keine Richtung, an der entlang geschnitten werden könnte.',

  lands: ({ batchFrom, batchTo, allFrom, allTo }) =>
    `Der Schritt bringt den Verlust dieses Batches von ${batchFrom} auf ${batchTo} und den aller Beispiele von ${allFrom} auf ${allTo}.`,
  landsAsOne: ({ from, to }) =>
    `Der Batch hat den Verlust aller Beispiele; der Schritt bringt ihn von ${from} auf ${to}.`,
  overflowing: 'mehr, als eine Zahl fasst',
  uphill:
    'An seinem Anfang führt das Update für diesen Batch bergauf, wie es ältere Gradienten, Gewichtsabnahme oder Aufsteigen bewirken können.',
  level: 'An seinem Anfang fällt und steigt der Verlust dieses Batches entlang des Updates nicht.',
  best: ({ batch, all }) =>
    `Soweit nach vorn gezeichnet, ist der Verlust des Batches am kleinsten ${batch}, der aller Beispiele ${all}.`,
  bestAsOne: (all) => `Soweit nach vorn gezeichnet, ist der Verlust am kleinsten ${all}.`,
  bestAt: {
    rate: (rate) => `bei einer Rate von ${rate}`,
    share: (share) => `nach ${share} des Updates`,
  },
  bestAtEdge: 'am Rand dieses Bildes, wenn nicht dahinter',
  bestHere: 'hier, wo er beginnt',
  even: {
    rate: (rate) => `Gleichstand: Bei einer Rate von ${rate} ist der Verlust des Batches wieder, wo er begann.`,
    share: (share) => `Gleichstand: Nach ${share} des Updates ist der Verlust des Batches wieder, wo er begann.`,
  },
  evenIsOneStep:
    'Das sagt nur etwas über diesen einen Schritt. Die Stabilitätsgrenze sagt, ob viele Schritte mit einer Rate zur Ruhe kommen: Ein Schritt jenseits der Grenze kann trotzdem tiefer enden und einer diesseits höher.',
  evenIsNoLimit: 'Das sagt nur etwas über diesen einen Schritt, nicht ob viele solche Schritte zur Ruhe kommen.',
  rise: ({ loss }) => `Zwischen hier und seinem Ende steigt der Verlust des Batches auf ${loss}, höher als an beiden.`,
  clipped: (share) => `Was der Optimierer bekommt, ist auf ${share} seiner Länge gekürzt, bei jeder Rate.`,
  parts: ({ parts }) => `Der Batch ist der des ganzen Updates, ${parts} gleich gewichtete Mikro-Batches.`,
  parabolaMeaning: 'Gepunktet: die Parabel mit der Steigung und der Krümmung, die der Verlust des Batches hier hat.',
  whyShare: {
    schedule: 'Der Zeitplan setzt die Rate jedes Schritts; darum ist die Achse der Anteil des Updates.',
    rule: 'Diese Regel liest die Rate vor ihrem ersten Schritt und dann nie wieder; darum ist die Achse der Anteil des Updates.',
  },

  save: 'Dieses Bild sichern (SVG)',
  saved: (name) => `Der Browser speichert es als ${name}.`,
  notSaved: 'Der Rahmen um diese Seite verhindert vielleicht das Herunterladen.',
};
