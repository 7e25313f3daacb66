import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Gleicher Start',
  question:
    'Die 8 verborgenen Einheiten beginnen mit gleichen Gewichten. In jedem Schritt kommen andere 10 Beispiele. Wie stehen die Gewichte der 8 Einheiten nach 1000 Schritten zueinander?',
  options: {
    alike: 'Verändert und noch immer bis zur letzten Stelle gleich',
    apart: 'Verschieden, jede Einheit für sich',
    stuck: 'Unverändert',
  },
  figures: {
    apart: 'größter Unterschied zwischen Einheiten, aus gleichen und aus zufälligen ersten Gewichten',
    moved: 'wie weit sich alle Gewichte bewegten',
    loss: 'Verlust nach 1000 Schritten',
    right: 'richtig entschiedener Anteil',
  },
  features: {
    alike: { right: 'Ob sie gleich bleiben, stimmte.', wrong: 'Sie bleiben bis zur letzten Stelle gleich.' },
    moves: { right: 'Ob sie sich bewegen, stimmte.', wrong: 'Sie bewegen sich sehr wohl.' },
  },
  observations: {
    alike: 'Die Gewichte bewegten sich, und die der 8 Einheiten sind noch genau gleich.',
    apart: 'Die Gewichte bewegten sich, und die Einheiten unterscheiden sich.',
    stuck: 'Kein Gewicht bewegte sich.',
  },
  reasons: {
    symmetry: {
      choice: 'Einheiten mit gleichen Gewichten bekommen gleiche Gradienten, von jedem Mini-Batch.',
      reply: 'Ja: 8 solche Einheiten leisten zusammen, was eine leistet, und kein Mini-Batch unterscheidet sie.',
    },
    noise: {
      choice: 'Der Zufall in den Mini-Batches bringt Einheiten auseinander.',
      reply: 'Nein: Alle Einheiten sehen denselben Mini-Batch, sein Rauschen ist also für alle gleich.',
    },
    gradient: {
      choice: 'Gleiche Gewichte haben keinen Gradienten.',
      reply: 'Nein: Die Gradienten sind nicht 0, sie sind gleich.',
    },
  },
  takeaway: 'Erste Gewichte werden zufällig gezogen, damit Einheiten verschieden werden können.',
  change: 'Die ersten Gewichte ziehen lassen, wie PyTorch es tut, und laufen lassen: Was wird aus dem Verlust?',
};
