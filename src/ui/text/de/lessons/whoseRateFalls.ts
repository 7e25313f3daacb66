import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Wessen Lernrate fällt?',
  question:
    'Adagrad (Lernrate 0,5) und RMSprop (Lernrate 0,05) multiplizieren einen Gradienten mit ihrer Lernrate durch die Wurzel dessen, was sie von den quadrierten Gradienten behalten. Mini-Batches aus 8, 2000 Schritte. Wessen Faktor für w1 ist in den letzten 100 Schritten kleiner als um Schritt 100?',
  options: { both: 'Beide', adagrad: 'Nur der von Adagrad', rmsprop: 'Nur der von RMSprop', neither: 'Keiner' },
  figures: {
    adagrad: 'Faktor von Adagrad, um Schritt 100 und in den letzten 100 Schritten',
    rmsprop: 'Faktor von RMSprop, um Schritt 100 und in den letzten 100 Schritten',
  },
  features: {
    adagrad: { right: 'Bei Adagrad stimmte es.', wrong: 'Der Faktor von Adagrad fällt.' },
    rmsprop: { right: 'Bei RMSprop stimmte es.', wrong: 'Der Faktor von RMSprop fällt nicht.' },
  },
  observations: {
    adagrad: 'Der Faktor von Adagrad fiel, der von RMSprop stieg.',
    both: 'Beide Faktoren fielen.',
    other: 'Der Faktor von Adagrad fiel nicht.',
  },
  reasons: {
    memory: {
      choice: 'Adagrad summiert alle Quadrate seit dem Start; RMSprop nimmt ein Mittel, das vergisst.',
      reply: 'Ja: Eine Summe von Quadraten wächst nur, das Mittel wird wieder kleiner, wenn die Gradienten es werden.',
    },
    schedule: {
      choice: 'Adaptive Verfahren senken ihre Lernrate mit der Zeit.',
      reply: 'Nein: Der Faktor von RMSprop folgt der Größe der letzten Gradienten, nach unten wie nach oben.',
    },
    gradients: {
      choice: 'Keiner ändert seinen Faktor; Updates schrumpfen, weil die Gradienten schrumpfen.',
      reply: 'Nein: Der Faktor ist das Update durch den Gradienten, und er änderte sich bei beiden.',
    },
  },
  takeaway:
    'Adagrads Schritte werden für denselben Gradienten immer kleiner; die von RMSprop wachsen wieder, wenn die Gradienten schrumpfen.',
  change: 'RMSprop mit der Lernrate 0,05 wählen und laufen lassen: Wie weit reichen die Schritte nahe dem Minimum?',
};
