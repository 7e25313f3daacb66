import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Von Hand',
  question:
    'Drei Gewichte, der Gradient des Verlusts nach jedem und eine Lernrate. Welche drei Gewichte folgen nach einem Schritt des einfachen Gradientenabstiegs?',
  rows: { weights: 'Gewichte', gradients: 'Gradient', rate: 'Lernrate', next: 'Nächste Gewichte' },
  columns: ['erstes', 'zweites', 'drittes'],
  slips: {
    sign: 'Das geht bergauf: Das Update ist minus Lernrate mal Gradient.',
    rate: 'Die Lernrate fehlt: Mit ihr wird der Gradient zuerst multipliziert.',
    updateOnly: 'Das ist das Update allein: Es wird zum Gewicht addiert.',
    otherGradient0: 'Das ist der Gradient eines anderen Gewichts.',
    otherGradient1: 'Das ist der Gradient eines anderen Gewichts.',
  },
  figures: { weights: 'Gewichte', gradients: 'Gradient', update: '−Rate × Gradient', next: 'nächste Gewichte' },
  features: {
    direction: {
      right: 'Jedes Gewicht ging gegen seinen Gradienten.',
      wrong:
        'Jedes Gewicht geht gegen seinen eigenen Gradienten: nach unten, wo der positiv, nach oben, wo er negativ ist.',
    },
    numbers: { right: 'Alle drei Zahlen stimmten.', wrong: 'Nicht alle drei Zahlen stimmten.' },
  },
  observations: {
    against: 'Kein Gewicht bewegte sich in Richtung seines Gradienten.',
    along: 'Jedes Gewicht bewegte sich in Richtung seines Gradienten.',
    mixed: 'Manche Gewichte bewegten sich gegen ihren Gradienten, andere mit ihm.',
  },
  reasons: {
    own: {
      choice: 'Zu jedem Gewicht kommt minus Lernrate mal sein eigener Gradient.',
      reply: 'Ja: Ein positiver Gradient sagt, dass der Verlust mit dem Gewicht wächst; also wird es kleiner.',
    },
    joint: {
      choice: 'Alle Gewichte bewegen sich gleich weit, um die Lernrate.',
      reply: 'Nein: Die Lernrate ist für alle gleich, multipliziert wird sie bei jedem mit seinem eigenen Gradienten.',
    },
    along: {
      choice: 'Gewichte mit positivem Gradienten wachsen.',
      reply: 'Nein: Der Gradient zeigt dorthin, wo der Verlust wächst, und der Schritt geht umgekehrt.',
    },
  },
  takeaway: 'Nächstes Gewicht = Gewicht − Lernrate × sein Gradient, für jedes Gewicht einzeln.',
  change: 'Eigene Zahlen eintragen, darunter einen Gradienten von 0: Welches Gewicht bleibt, wo es ist?',
};
