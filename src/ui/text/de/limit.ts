// German words that explain the limit of the learning rate.

import type { limit as english } from '../en/limit.ts';

export const limit: typeof english = {
  title: 'Die Grenze der Lernrate',
  close: 'Schließen',
  largest: 'größte Krümmung',
  momentum: 'Momentum',
  decay: 'Gewichtsabnahme',
  dampening: 'Dämpfung',
  flat: (largest) =>
    `Die größte Krümmung ist hier ${largest}: Nichts krümmt sich aufwärts, also ist dafür keine Rate zu groß, und entlang dessen, was sich abwärts krümmt, gehen die Gewichte bei jeder Rate fort.`,
  why: 'Entlang einer Richtung nimmt ein Schritt aller Beispiele Rate × Krümmung des Abstands weg: bei 1 den ganzen, bei 2 so viel, dass er auf der anderen Seite ebenso groß ist, und darüber mehr.',
  whyMomentum:
    'Mit Momentum wirkt die Geschwindigkeit mit: Der Faktor ist der Betrag der größeren Wurzel dessen, was ein Schritt aus Abstand und Geschwindigkeit macht.',
  withDecay: 'Bei all dem zählt zur Krümmung des Verlusts die Gewichtsabnahme.',
  here: 'Die Krümmung ist die des Verlusts aller Beispiele bei diesen Gewichten. Wo er nicht quadratisch ist, ist sie anderswo eine andere und mit ihr die Grenze.',

  direction: 'Richtung',
  curvature: 'Krümmung',
  factor: 'Faktor je Schritt',
  becomes: 'ein Abstand',
  steepest: 'steilste',
  flattest: 'flachste',
  shrinks: 'schrumpft',
  swings: 'schrumpft, hin und her',
  stays: 'bleibt',
  grows: 'wächst',
  condition: (number) =>
    `Die steilste Richtung krümmt sich ${number}-mal so stark wie die flachste: die Konditionszahl, derentwegen ein Tal langsam ist.`,
  noCondition:
    'Entlang der flachsten Richtung krümmt sich der Verlust nicht aufwärts; nichts zieht die Gewichte dort zurück.',
  halving: (steps) =>
    `Entlang der langsameren von beiden halbieren alle Beispiele im Batch einen Abstand in etwa ${steps} Schritten.`,
  noHalving: 'Bei dieser Rate schrumpft ein Abstand entlang einer von ihnen nicht.',
  measured: (steps) => `In diesem Lauf hat sich der Abstand vom Minimum zuletzt in ${steps} Schritten halbiert.`,
  notMeasured: 'In diesem Lauf hat sich der Abstand vom Minimum noch nicht halbiert.',

  ofBatch: {
    whole: 'Jedes Update nimmt alle Beispiele; diese Grenze ist also die der Schritte des Laufs selbst.',
    replacement: ({ limit: rate, size }) =>
      `Für Batches zu ${size}, mit Zurücklegen gezogen, ist die Grenze ${rate}. Darüber wächst die Streuung vieler solcher Läufe ohne Ende, auch wenn ein einzelner lange ruhig aussehen kann.`,
    reshuffle: ({ limit: rate, size }) =>
      `Würden Batches zu ${size} mit Zurücklegen gezogen, wäre ihre Grenze ${rate}. Darüber wüchse die Streuung vieler solcher Läufe ohne Ende, auch wenn ein einzelner lange ruhig aussehen kann. Gemischte Epochen sind meist ruhiger.`,
    repeated: ({ limit: rate, size }) =>
      `Jede Epoche hat dieselben Batches zu ${size}, und die Grenze dieses Laufs ist ${rate}: Darüber wächst der Lauf selbst von Epoche zu Epoche.`,
    unknown:
      'Für diese Mini-Batches wird keine Grenze berechnet. Meist geraten sie früher in Schwierigkeiten als alle Beispiele zugleich, weil ihre eigenen Krümmungen streuen.',
  },
  clipped: 'Kürzen bewahrt einen Lauf jenseits der Grenze davor davonzufliegen, nicht vor dem Pendeln.',
  adaptive:
    'Wie lang ein Schritt dieser Regel ist, folgt nicht aus der Länge des Gradienten allein; darum folgt aus der Krümmung keine Grenze. Die meisten Regeln, die durch die jüngste Größe der Gradienten teilen oder nur ihre Vorzeichen nehmen, gehen nahe einem Minimum etwa so weit wie fern von ihm: Mit einer festen Rate rütteln sie dort am Ende hin und her, umso weiter, je größer die Rate ist, und erst eine fallende Rate bringt sie zur Ruhe.',
};
