// Deutsche Worte für das, was sich aus einer Lektion mitnehmen lässt: ihr Code und ihre Blätter.

import type { sheet as english } from '../en/sheet.ts';

export const sheet: typeof english = {
  code: 'Code der Antwort',
  printQuestion: 'Frage drucken',
  printAnswer: 'Antwort drucken',
  answerTo: (title) => `Antwort: ${title}`,
  prediction: 'Meine Vorhersage',
  because: 'Weil',
  across: 'quer',
  up: 'hoch',
  weight: (place) => `Gewicht ${place}`,
  axes: 'Achsen zum Zeichnen',
  afterwards: 'Dann sehen, was geschieht:',
  link: (address) => `Die Lektion als Quadrat, das eine Kamera liest: ${address}`,
};
