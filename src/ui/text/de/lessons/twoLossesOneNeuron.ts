import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Zwei Verluste, ein Neuron',
  question:
    'Ein Sigmoid-Neuron beginnt mit meist falschen Antworten, deren es sicher ist. Lernrate 0,5, alle 80 Beispiele in jedem Mini-Batch. Mit Kreuzentropie ist die Hälfte der Beispiele nach den unten genannten Schritten auf der richtigen Seite. Nach wie vielen ist sie es mit quadratischem Fehler?',
  quantity: 'Schritte',
  figures: {
    entropy: 'Schritte mit Kreuzentropie',
    squared: 'Schritte mit quadratischem Fehler',
    times: 'mal so viele',
    gradients: 'Länge des ersten Gradienten mit quadratischem Fehler und mit Kreuzentropie',
  },
  features: {
    more: { right: 'Welcher mehr Schritte braucht, stimmte.', wrong: 'Der quadratische Fehler braucht mehr Schritte.' },
    many: {
      right: 'Ob es mindestens fünfmal so viele sind, stimmte.',
      wrong: 'Der quadratische Fehler braucht mindestens fünfmal so viele.',
    },
    near: { right: 'Die Zahl stimmte auf den Faktor 2.', wrong: 'Die Zahl lag um mehr als den Faktor 2 daneben.' },
  },
  observations: {
    slower: 'Der quadratische Fehler brauchte mehr als doppelt so viele Schritte.',
    alike: 'Beide Verluste brauchten etwa gleich viele Schritte.',
    faster: 'Die Kreuzentropie brauchte mehr als doppelt so viele Schritte.',
  },
  reasons: {
    plateau: {
      choice:
        'Der Gradient des quadratischen Fehlers hat die Steigung des Sigmoids als Faktor, und die ist hier nahe 0.',
      reply: 'Ja: Bei der Kreuzentropie kürzt sich dieser Faktor weg, und es bleibt Vorhersage minus Ziel.',
    },
    larger: {
      choice: 'Je größer der Fehler, desto größer der Gradient, bei beiden Verlusten.',
      reply: 'Nein: Beim quadratischen Fehler ist er klein, wo das Neuron sicher ist, auch wo es sicher falsch liegt.',
    },
    data: {
      choice: 'Die beiden Verluste ordnen die Beispiele verschieden.',
      reply: 'Nein: Welche Seite richtig ist, ist bei beiden gleich; verschieden ist die Länge des Gradienten.',
    },
  },
  takeaway: 'Mit quadratischem Fehler lernt ein sicher falsches Sigmoid kaum; Kreuzentropie zieht es zurück.',
  change: 'Kreuzentropie wählen und vom selben Start laufen lassen: Wie lang ist der erste Schritt?',
};
