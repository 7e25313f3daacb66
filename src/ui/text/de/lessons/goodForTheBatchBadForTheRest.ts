import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Gut für den Mini-Batch, schlecht für den Rest',
  question:
    'Mini-Batches aus 8 Beispielen, Lernrate 0,1, 200 Schritte. Wie viele dieser Schritte erhöhen den mittleren Verlust aller 100 Beispiele?',
  quantity: 'von 200 Schritten',
  figures: {
    all: 'Schritte, die den Verlust aller Beispiele erhöhten',
    own: 'Schritte, die den Verlust ihres eigenen Mini-Batches erhöhten',
    bySize: 'die ersten davon mit Mini-Batches aus 1, 8 und 100',
  },
  features: {
    some: { right: 'Ob es solche Schritte gibt, stimmte.', wrong: 'Ob es solche Schritte gibt, stimmte nicht.' },
    near: { right: 'Die Zahl stimmte auf 20 Schritte.', wrong: 'Die Zahl lag um mehr als 20 Schritte daneben.' },
  },
  observations: {
    rest: 'Jeder Schritt senkte den Verlust seines eigenen Mini-Batches, und manche erhöhten den aller Beispiele.',
    both: 'Manche Schritte erhöhten den Verlust ihres eigenen Mini-Batches.',
    neither: 'Kein Schritt erhöhte den einen oder den anderen Verlust.',
  },
  reasons: {
    batch: {
      choice:
        'Ein Schritt geht im Verlust seines Mini-Batches abwärts, und der ist ein anderer als der aller Beispiele.',
      reply: 'Ja: Und nahe dem Minimum aller Beispiele zeigen Mini-Batches oft von ihm weg.',
    },
    rate: {
      choice: 'Die Lernrate ist zu groß.',
      reply:
        'Nein: Mit allen Beispielen in jedem Mini-Batch erhöht dieselbe Lernrate den Verlust in keinem der 200 Schritte.',
    },
    last: {
      choice: 'Gradientenabstieg senkt den Verlust mit jedem Schritt, also ist falsch gezählt.',
      reply:
        'Nein: Ein genügend kleiner Schritt senkt den Verlust, dessen Gradienten er folgt, und das ist der des Mini-Batches.',
    },
  },
  takeaway:
    'Ein Schritt senkt den Verlust seines Mini-Batches; der aller Beispiele fällt über viele Schritte, nicht in jedem.',
  change:
    'Die Batch-Größe auf 100 stellen und laufen lassen: Nun fällt der Verlust aller Beispiele, bis nur noch Rundung bleibt.',
};
