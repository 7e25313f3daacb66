import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Doppelter Mini-Batch, doppelter Schritt?',
  question:
    'An diesem Start ergibt ein Mini-Batch aus 8 Beispielen, im Mittel über viele Ziehungen, einen Schritt von einer gewissen Länge. Wie lang ist der Schritt aller 100 Beispiele bei gleicher Lernrate?',
  options: { same: 'Etwa gleich lang', root: 'Etwa 3,5-mal so lang', proportional: 'Etwa 12-mal so lang' },
  figures: {
    lengths: 'mittlere Länge eines Schritts mit 1, 8, 32 und 100 Beispielen',
    ratio: 'mit 100 als Vielfaches derer mit 8',
  },
  features: { length: { right: 'Die Länge stimmte.', wrong: 'Die Länge war eine andere.' } },
  observations: {
    alike: 'Die Schritte mit 8 und mit 100 Beispielen sind etwa gleich lang.',
    longer: 'Der Schritt mit 100 Beispielen ist um mehr als ein Zehntel länger.',
    shorter: 'Der Schritt mit 100 Beispielen ist um mehr als ein Zehntel kürzer.',
  },
  reasons: {
    mean: {
      choice: 'Der Gradient eines Mini-Batches ist das Mittel der Gradienten seiner Beispiele.',
      reply:
        'Ja: Mehr Beispiele machen das Mittel sicherer; über viele Mini-Batches gemittelt, ist es für jede Batch-Größe derselbe Vektor.',
    },
    sum: {
      choice: 'Die Gradienten der Beispiele eines Mini-Batches werden addiert.',
      reply: 'Nein: Hier wie in den meisten Programmen wird ihre Summe durch ihre Zahl geteilt.',
    },
    sure: {
      choice: 'Je weniger Rauschen in einem Gradienten ist, desto länger ist er.',
      reply:
        'Nein: Weniger Rauschen ändert, wie sehr sich Schritte unterscheiden, nicht, wie lang sie sind, wo alle übereinstimmen.',
    },
  },
  takeaway:
    'Über einen Mini-Batch wird gemittelt: Seine Größe ändert, wie sehr die Schritte streuen, nicht, was sie im Mittel sind.',
  change:
    'Die Batch-Größe auf 1 stellen und einige Schritte gehen: Nun unterscheiden sich Länge und Richtung von Schritt zu Schritt.',
};
