import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Heraus aus dem falschen Tal',
  question:
    'Der Start ist neben der flacheren von zwei Mulden. Jede Einstellung bekommt 20 Läufe von 400 Schritten, jeder mit anderen Daten und Mischungen. Mit welcher endet mindestens die Hälfte von ihnen in der anderen Mulde?',
  options: {
    all: 'Alle 120 Beispiele in jedem Mini-Batch, Lernrate 1',
    small: 'Mini-Batches aus 4, Lernrate 0,35',
    large: 'Mini-Batches aus 4, Lernrate 1',
    none: 'Mit keiner dieser drei',
  },
  figures: {
    all: 'von 20 mit allen Beispielen, Lernrate 1',
    small: 'von 20 mit Mini-Batches aus 4, Lernrate 0,35',
    large: 'von 20 mit Mini-Batches aus 4, Lernrate 1',
    single: 'von 20 mit Mini-Batches aus 1, Lernrate 0,35',
  },
  features: {
    setting: { right: 'Die Einstellung stimmte.', wrong: 'Es war eine andere Einstellung.' },
    noise: {
      right: 'Von allen Beispielen, deren Schritte kein Rauschen haben, war es zu Recht nicht erwartet.',
      wrong: 'Mit allen Beispielen in jedem Mini-Batch gibt es kein Rauschen, und kein Lauf kam heraus.',
    },
  },
  observations: {
    large: 'Kleine Mini-Batches kamen mit der großen Lernrate heraus, mit der kleinen selten oder nie.',
    always: 'Kleine Mini-Batches kamen mit beiden Lernraten heraus.',
    never: 'Kleine Mini-Batches kamen mit keiner der beiden Lernraten oft heraus.',
  },
  reasons: {
    ratio: {
      choice:
        'Rauschen bewegt die Gewichte um Lernrate mal Rauschen des Mini-Batches, und beide müssen groß genug sein.',
      reply: 'Ja: Ein kleinerer Mini-Batch gleicht eine kleinere Lernrate aus, wie die aus einem Beispiel zeigen.',
    },
    batch: {
      choice: 'Kleine Mini-Batches verlassen jedes Minimum.',
      reply: 'Nein: Mini-Batches aus 4 bleiben mit der kleineren Lernrate, wo sie sind.',
    },
    push: {
      choice: 'Eine große Lernrate allein trägt die Gewichte über den Grat.',
      reply: 'Nein: Alle Beispiele bleiben mit Lernrate 1 in jedem der 20 Läufe in der Mulde.',
    },
  },
  takeaway:
    'Lernrate und Batch-Größe zusammen entscheiden, wie weit Rauschen trägt; ohne Rauschen kam kein Lauf aus dieser Mulde.',
  change: 'Die Batch-Größe auf 1 und die Lernrate auf 0,35 stellen und laufen lassen: Kommt der Lauf heraus?',
};
