import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Eine wilde Skala',
  question:
    'Eine der beiden Eingaben ist 20-mal so groß wie die andere. SGD bekommt die beste von fünf Lernraten von 0,003 bis 0,3, Adam die Lernrate 0,03. Wer bringt den Verlust in 600 Schritten unter 0,1?',
  options: { sgd: 'Nur SGD', adam: 'Nur Adam', both: 'Beide', neither: 'Keiner' },
  figures: {
    sgd: 'Schritte von SGD, 0: nicht in 600',
    adam: 'Schritte von Adam, 0: nicht in 600',
    scaled: 'Schritte von SGD mit Lernrate 0,1 und beiden Eingaben auf einer Skala',
  },
  features: {
    sgd: { right: 'Bei SGD stimmte es.', wrong: 'SGD schafft es in 600 Schritten nicht.' },
    adam: { right: 'Bei Adam stimmte es.', wrong: 'Adam schafft es in 600 Schritten.' },
  },
  observations: {
    adam: 'Adam schaffte es, SGD nicht.',
    both: 'Beide schafften es.',
    other: 'Adam schaffte es nicht.',
  },
  reasons: {
    each: {
      choice:
        'Gradienten der Gewichte an der großen Eingabe sind etwa 20-mal so lang, und SGD hat eine Lernrate für alle Gewichte.',
      reply:
        'Ja: Adam teilt den Gradienten jedes Gewichts durch dessen eigene letzte Größe, die Skala fällt also heraus.',
    },
    rate: {
      choice: 'SGD hatte nur die falschen Lernraten.',
      reply: 'Nein: Keine von fünf Lernraten, jede etwa das Dreifache der vorigen, schaffte es.',
    },
    data: {
      choice: 'Adam bringt die Eingaben auf eine Skala.',
      reply: 'Nein: Adam sieht nur Gradienten; die Eingaben bleiben, wie sie sind.',
    },
  },
  takeaway: 'Eingaben auf eine Skala bringen; wo das unterblieb, hilft eine Lernrate für jedes Gewicht.',
  change:
    'x1 und x2 als Eingaben, SGD und die Lernrate 0,1 wählen und laufen lassen: Wie viele Schritte braucht SGD nun?',
};
