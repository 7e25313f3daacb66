import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'ReLUs töten',
  question:
    'Zwei verborgene Schichten aus 8 ReLU-Einheiten, Lernrate 0,5. Eine Einheit ist tot, wo ihre Steigung auf allen Daten 0 ist. Wie viele der 16 sind nach 1200 Schritten tot?',
  quantity: 'von 16 verborgenen Einheiten',
  figures: {
    dead: 'tote Einheiten mit Lernrate 0,5 und mit 0,1',
    loss: 'Verlust nach 1200 Schritten mit Lernrate 0,5 und mit 0,1',
  },
  features: {
    half: {
      right: 'Ob die Hälfte oder mehr tot sind, stimmte.',
      wrong: 'Ob die Hälfte oder mehr tot sind, stimmte nicht.',
    },
    near: { right: 'Die Zahl stimmte auf 2.', wrong: 'Die Zahl lag um mehr als 2 daneben.' },
  },
  observations: {
    half: 'Die Hälfte der verborgenen Einheiten oder mehr sind tot.',
    few: 'Einige verborgene Einheiten sind tot, weniger als die Hälfte.',
    none: 'Keine verborgene Einheit ist tot.',
  },
  reasons: {
    slope: {
      choice:
        'Ein großer Schritt kann die Summe einer Einheit auf allen Daten negativ machen; dann haben ihre Gewichte keinen Gradienten.',
      reply: 'Ja: Ohne Gradienten bleiben ihre Gewichte, und um sie zu wecken, müsste sich ändern, was hereinkommt.',
    },
    recover: {
      choice: 'Tote Einheiten schlafen nur: Andere Mini-Batches wecken sie.',
      reply:
        'Nein: Auf keinem Beispiel hat eine solche Einheit eine Steigung, also gibt kein Mini-Batch ihren Gewichten einen Gradienten.',
    },
    diverged: {
      choice: 'Mit einer zu großen Lernrate wächst der Verlust über jede Schranke.',
      reply: 'Nein: Hier bleibt er endlich, und die Einheiten, die ihn senken könnten, sind tot.',
    },
  },
  takeaway: 'Eine zu große Lernrate kann ohne Divergenz bleibend schaden: Sie kann ReLU-Einheiten töten.',
  change:
    'Leaky ReLU wählen, dessen Steigung nirgends 0 ist, und mit derselben Lernrate laufen lassen: Wie viele Einheiten sind nun tot?',
};
