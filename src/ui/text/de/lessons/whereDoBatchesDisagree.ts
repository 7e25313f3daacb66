import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Wo sind sich Mini-Batches uneins?',
  question:
    'Bei (−1,8; 1,2), fern vom Minimum, zeigen so viele von 100 Mini-Batches aus 8 Beispielen vom Gradienten aller Beispiele weg, um mehr als einen rechten Winkel. Wie viele sind es hier, nahe dem Minimum?',
  quantity: 'von 100 Mini-Batches',
  figures: {
    far: 'fern vom Minimum, von 100',
    near: 'nahe dem Minimum, von 100',
    bySize: 'nahe dem Minimum mit Mini-Batches aus 1, 8 und 32',
  },
  features: {
    many: { right: 'Ob 10 oder mehr wegzeigen, stimmte.', wrong: 'Ob 10 oder mehr wegzeigen, stimmte nicht.' },
    close: { right: 'Die Zahl stimmte auf 12.', wrong: 'Die Zahl lag um mehr als 12 daneben.' },
  },
  observations: {
    many: 'Nahe dem Minimum zeigen viel mehr Mini-Batches weg als fern von ihm.',
    few: 'Nahe dem Minimum zeigen etwa so viele Mini-Batches weg wie fern von ihm.',
    fewer: 'Nahe dem Minimum zeigen weniger Mini-Batches weg als fern von ihm.',
  },
  reasons: {
    small: {
      choice: 'Nahe dem Minimum ist der Gradient aller Beispiele kurz, die Abweichung eines Mini-Batches davon nicht.',
      reply: 'Ja: Das Minimum ist, wo sich die Gradienten aller Beispiele aufheben, obwohl jeder einzelne nicht 0 ist.',
    },
    faulty: {
      choice: 'In diesen Mini-Batches sind Ausreißer oder falsche Beispiele.',
      reply: 'Nein: Dieselben Beispiele sind sich, in gleich großen Mini-Batches, fern vom Minimum einig.',
    },
    rate: {
      choice: 'Die Lernrate ist hier zu groß.',
      reply: 'Nein: Ein Gradient hängt nicht von der Lernrate ab.',
    },
  },
  takeaway:
    'Fern vom Minimum sind sich die meisten Mini-Batches über die Richtung einig; nahe ihm bleibt von ihren Gradienten vor allem Rauschen.',
  change:
    'Den Start auf (−1,8; 1,2) setzen und die Ansicht Rauschen öffnen: Kaum ein Gradient zeigt nun von dem aller Beispiele weg.',
};
