import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Die Fläche kommt entgegen',
  question:
    'Die Karte zeigt den Verlust über den ersten zwei von 33 Gewichten eines Netzes, bis 4 um sie herum, während die anderen 31 bleiben, wie sie sind. Dann werden alle 33 über 1200 Schritte trainiert. Wie tief kann der Verlust kommen?',
  options: {
    floor: 'Nicht unter die tiefste Stelle dieser Karte',
    outside: 'Darunter, sobald die zwei Gewichte die Karte verlassen haben',
    below: 'Weit darunter, obwohl die zwei Gewichte auf der Karte bleiben',
  },
  figures: {
    lowest: 'tiefste Stelle der Karte, vorher und nachher',
    loss: 'Verlust, vorher und nachher',
    moved: 'wie weit sich die zwei Gewichte bewegten, und alle',
  },
  features: {
    below: { right: 'Ob er darunter kommt, stimmte.', wrong: 'Der Verlust kommt unter die tiefste Stelle der Karte.' },
    inside: {
      right: 'Was vom Rand der Karte galt, stimmte.',
      wrong: 'Die zwei Gewichte haben die Karte nicht verlassen.',
    },
  },
  observations: {
    below: 'Der Verlust fiel unter die tiefste Stelle der ersten Karte, und die zwei Gewichte sind noch auf ihr.',
    outside: 'Der Verlust fiel unter die tiefste Stelle der ersten Karte, und die zwei Gewichte haben sie verlassen.',
    floor: 'Der Verlust fiel nicht unter die tiefste Stelle der ersten Karte.',
  },
  reasons: {
    others: {
      choice: 'Die Karte gilt für die anderen Gewichte, wie sie sind; bewegen sie sich, wird sie eine andere.',
      reply: 'Ja: Sie ist ein Schnitt durch eine Fläche über 33 Gewichten, und das Training verschiebt den Schnitt.',
    },
    fixed: {
      choice: 'Die Daten legen die Fläche fest, und nur der Punkt auf ihr bewegt sich.',
      reply:
        'Nein: Die Daten legen die Fläche über allen 33 Gewichten fest; eine Karte von zweien ist ein Schnitt durch sie.',
    },
    batch: {
      choice: 'Die Karte ändert sich, weil jeder Schritt einen anderen Mini-Batch hat.',
      reply: 'Nein: Die Karte ist der Verlust aller Beispiele, in jedem Schritt.',
    },
  },
  takeaway:
    'Eine Verlustfläche über zwei Gewichten eines Netzes ist ein Schnitt, und das Training der anderen Gewichte ändert ihn.',
  change:
    'Die Batch-Größe auf 200 stellen und laufen lassen: Die Fläche bewegt sich noch, obwohl nun jeder Mini-Batch derselbe ist.',
};
