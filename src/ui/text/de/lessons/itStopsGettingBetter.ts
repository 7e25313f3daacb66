import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Es wird nicht mehr besser',
  question:
    'Mini-Batches aus 4 Beispielen werden mit Zurücklegen gezogen, Lernrate 0,1. Die Kurve ist, wie weit der Verlust aller Beispiele über seinem kleinsten liegt, im Mittel über rund 80 Schritte. Bei Schritt 1000 wird die Lernrate halbiert. Wie geht es weiter?',
  axes: ['Schritte', 'Verlust aller Beispiele über dem kleinsten'],
  figures: {
    before: 'Mittel über die Schritte 200 bis 1000',
    after: 'Mittel über die Schritte 1100 bis 2000',
    times: 'mal so klein nach dem Halbieren',
  },
  features: {
    lower: { right: 'Ob er tiefer geht, stimmte.', wrong: 'Nach dem Halbieren liegt er tiefer.' },
    floor: { right: 'Ob er über 0 bleibt, stimmte.', wrong: 'Er bleibt über 0, auf einer eigenen Höhe.' },
    level: { right: 'Die Höhe stimmte etwa.', wrong: 'Die Höhe war eine andere.' },
  },
  observations: {
    floor: 'Er fiel auf eine kleinere Höhe und blieb dort, über 0.',
    same: 'Er blieb etwa auf der Höhe, die er hatte.',
    zero: 'Er fiel auf weniger als ein Fünftel.',
  },
  reasons: {
    cloud: {
      choice: 'Das Rauschen der Mini-Batches bewegt die Gewichte hin und her, um Lernrate mal Rauschen.',
      reply:
        'Ja: Die Gewichte wandern in einer Wolke um das Minimum, und die halbe Lernrate macht eine kleinere Wolke.',
    },
    wait: {
      choice: 'Der Lauf konvergiert noch und braucht nur mehr Schritte.',
      reply: 'Nein: Bei gleicher Lernrate bleibt die Höhe, wie lange der Lauf auch dauert.',
    },
    near: {
      choice: 'Eine kleinere Lernrate braucht länger und endet gleich.',
      reply: 'Nein: Sie endet tiefer, denn das Rauschen jedes Mini-Batches bewegt die Gewichte weniger.',
    },
  },
  takeaway:
    'Bei gleicher Lernrate endet ein Lauf in einer Wolke; sie ist kleiner bei kleinerer Lernrate und bei größerem Mini-Batch.',
  change: 'Die Batch-Größe auf 16 stellen und laufen lassen: Wie groß ist die Wolke um das Minimum nun?',
};
