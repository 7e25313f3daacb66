import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Momentum ist ein längerer Schritt',
  question:
    'Drei Läufe von 100 Schritten mit allen Beispielen in jedem Mini-Batch: SGD mit Lernrate 0,1, Momentum 0,9 mit Lernrate 0,1, Momentum 0,9 mit Lernrate 0,01. Welche zwei enden nebeneinander?',
  options: {
    sameRate: 'SGD mit 0,1 und Momentum mit 0,1',
    tenth: 'SGD mit 0,1 und Momentum mit 0,01',
    bothMomentum: 'Momentum mit 0,1 und Momentum mit 0,01',
  },
  figures: {
    losses: 'Verlust am Ende von SGD 0,1, Momentum 0,1, Momentum 0,01',
    distances: 'Abstand der Enden: SGD und Momentum 0,1, SGD und Momentum 0,01, beide Momentum',
  },
  features: { pair: { right: 'Die beiden stimmten.', wrong: 'Es waren zwei andere.' } },
  observations: {
    tenth: 'SGD und Momentum mit einem Zehntel seiner Lernrate endeten am nächsten beieinander.',
    sameRate: 'SGD und Momentum mit gleicher Lernrate endeten am nächsten beieinander.',
    bothMomentum: 'Die beiden Läufe mit Momentum endeten am nächsten beieinander.',
  },
  reasons: {
    sum: {
      choice: 'Mit Momentum 0,9 wirkt ein Gradient in jedem späteren Schritt noch einmal, jedes Mal 0,9-mal so stark.',
      reply: 'Ja: 1 + 0,9 + 0,81 + … = 10, also kommt an einem gleichmäßigen Hang ein Zehntel der Lernrate so weit.',
    },
    smooth: {
      choice: 'Momentum glättet den Weg und lässt die Länge der Schritte, wie sie ist.',
      reply: 'Nein: Gradienten, die übereinstimmen, summieren sich, also wachsen die Schritte.',
    },
    rate: {
      choice: 'Die Lernrate sagt, wie weit ein Lauf kommt, mit oder ohne Momentum.',
      reply: 'Nein: Bei gleicher Lernrate ging der Lauf mit Momentum einen anderen Weg und endete anderswo.',
    },
  },
  takeaway: 'An einem gleichmäßigen Hang kommt Momentum b das 1/(1 − b)-Fache so weit, wie seine Lernrate sagt.',
  change:
    'Momentum und die Lernrate 0,01 wählen und 100 Schritte laufen lassen: Wie unterscheidet sich der Weg von dem von SGD?',
};
