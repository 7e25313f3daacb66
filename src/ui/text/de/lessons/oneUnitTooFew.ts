import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Eine Einheit zu wenig',
  question:
    'XOR mit 200 Punkten in vier Quadranten und 2 verborgenen tanh-Einheiten. 20 Läufe von 40 Epochen haben je andere erste Gewichte und andere Punkte. Wie viele von ihnen entscheiden mindestens 97 % ihrer Punkte richtig?',
  quantity: 'von 20 Läufen',
  figures: { two: 'von 20 mit 2 verborgenen Einheiten', three: 'von 20 mit 3', eight: 'von 20 mit 8' },
  features: {
    few: { right: 'Ob es höchstens 5 sind, stimmte.', wrong: 'Ob es höchstens 5 sind, stimmte nicht.' },
    near: { right: 'Die Zahl stimmte auf 2.', wrong: 'Die Zahl lag um mehr als 2 daneben.' },
  },
  observations: {
    wider: 'Mit 2 verborgenen Einheiten gelangen wenige Läufe oder keiner, mit 8 die meisten oder alle.',
    both: 'Mit 2 verborgenen Einheiten gelangen mehr als 5 von 20 Läufen.',
    neither: 'Weder mit 2 noch mit 8 verborgenen Einheiten gelangen die meisten Läufe.',
  },
  reasons: {
    room: {
      choice: 'Mit mehr Einheiten, als nötig sind, führen mehr erste Gewichte zu einem guten Ende.',
      reply:
        'Ja: Mit 3 Einheiten gelingen manche Läufe, 3 können es also, aber mit 8 ist es fast gleich, wo ein Lauf beginnt.',
    },
    steps: {
      choice: 'Die Läufe brauchten nur mehr Schritte.',
      reply: 'Nein: In gleich vielen Schritten schafften es die Läufe mit 8 Einheiten.',
    },
    textbook: {
      choice: 'Zwei verborgene Einheiten genügen für XOR, also war es nur Pech.',
      reply:
        'Nein: Für vier einzelne Punkte genügen zwei, aber keiner dieser 20 Läufe lag auf 97 % ganzer Quadranten richtig.',
    },
  },
  takeaway:
    'Genug Einheiten für eine Lösung sind noch nicht genug, um sie zu finden: Mehr, als nötig sind, machen das Training leichter.',
  change:
    'Eine verborgene Schicht aus 8 Einheiten wählen und 40 Epochen laufen lassen: Wie viele werden nun richtig entschieden?',
};
