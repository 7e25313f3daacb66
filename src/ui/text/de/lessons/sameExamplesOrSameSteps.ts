import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Gleich viele Beispiele oder gleich viele Schritte?',
  question:
    'Beide Läufe haben denselben Start und die Lernrate 0,1. Eine Kurve ist die von Mini-Batches aus 8 Beispielen, über den Durchgängen durch die Beispiele. Wie verläuft die andere, mit allen 100 Beispielen in jedem Mini-Batch?',
  axes: ['Durchgänge durch die Beispiele', 'Verlust aller Beispiele'],
  curves: { eight: 'Mini-Batches aus 8' },
  figures: {
    afterPasses: 'Verlust nach 2 Durchgängen, mit Mini-Batches aus 100 und aus 8',
    afterTen: 'nach 10 Durchgängen',
    afterSteps: 'nach 20 Schritten',
  },
  features: {
    above: { right: 'Welche Kurve höher endet, stimmte.', wrong: 'Die Kurve aller Beispiele endet höher.' },
    falls: { right: 'Die Kurve fiel.', wrong: 'Die Kurve aller Beispiele fällt weiter.' },
    level: { right: 'Das Ende stimmte auf 0,2.', wrong: 'Das Ende lag auf anderer Höhe.' },
  },
  observations: {
    clock:
      'Nach gleich vielen Durchgängen liegt der Lauf mit allen Beispielen höher; nach gleich vielen Schritten liegen beide etwa gleich.',
    slower: 'Der Lauf mit allen Beispielen liegt nach beiden Zählungen höher.',
    alike: 'Beide Kurven enden etwa gleich hoch.',
  },
  reasons: {
    updates: {
      choice: 'Ein Durchgang ist mit Mini-Batches aus 100 ein Update, mit solchen aus 8 sind es 13.',
      reply:
        'Ja: Schritt für Schritt sind beide hier etwa gleich gut, aber ein Schritt mit 8 Beispielen kostet 8 Gradienten und nicht 100.',
    },
    thorough: {
      choice: 'Ein Mini-Batch aus allen Beispielen lernt mehr aus jedem Durchgang.',
      reply: 'Nein: Sein einer Gradient ist genau, aber ihm folgt nur ein Schritt.',
    },
    steps: {
      choice: 'Schritte größerer Mini-Batches sind schlechtere Schritte.',
      reply: 'Nein: Nach gleich vielen Schritten sind beide Verluste etwa gleich.',
    },
  },
  takeaway: 'Je Beispiel, je Schritt oder je Sekunde vergleichen, und sagen, welches von dreien.',
  change:
    'Die Batch-Größe auf 8 stellen und laufen lassen: Nach wie vielen Schritten und Epochen liegt der Verlust aller Beispiele zum ersten Mal unter 0,5?',
};
