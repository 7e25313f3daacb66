import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Der nächste Punkt',
  question: 'Wohin bewegen diese 8 Beispiele die Gewichte? Den Punkt dorthin setzen.',
  figures: {
    gradient: 'Gradient des Mini-Batches',
    update: 'Update = −0,1 × Gradient',
    next: 'Gewichte nach dem Schritt',
    share: 'Anteil des Wegs zum Mittel der 8',
    ownShare: 'Anteil beim gesetzten Punkt',
  },
  features: {
    direction: { right: 'Die Richtung stimmte.', wrong: 'Der Schritt geht zum Mittel der 8 Beispiele hin.' },
    length: { right: 'Die Länge stimmte auf ein Fünftel.', wrong: 'Die Länge war eine andere.' },
    nearIt: { right: 'Der Punkt saß, wo die Gewichte landeten.', wrong: 'Die Gewichte landeten anderswo.' },
  },
  observations: {
    part: 'Die Gewichte gingen einen Teil des Wegs zur Mitte der 8 hervorgehobenen Beispiele.',
    whole: 'Die Gewichte gingen den ganzen Weg zur Mitte der 8 hervorgehobenen Beispiele.',
    nothing: 'Die Gewichte blieben, wo sie waren.',
  },
  reasons: {
    rate: {
      choice: 'Das Update ist minus Lernrate mal mittlerer Gradient.',
      reply: 'Ja: Der Gradient ist das Doppelte des Wegs zum mittleren Punkt, und 0,1 davon ist ein Fünftel des Wegs.',
    },
    minimum: {
      choice: 'Ein Schritt geht zum Minimum des Verlusts.',
      reply: 'Nein: Ein Schritt kennt das Gefälle, wo er steht, nicht, wo das Minimum liegt.',
    },
    nearest: {
      choice: 'Das nächste Beispiel zieht am stärksten.',
      reply:
        'Nein: Jedes Beispiel zieht mit dem Doppelten seines Abstands, das fernste also am stärksten, und es zählt das Mittel aller.',
    },
  },
  takeaway: 'Ein Schritt ist minus Lernrate mal mittlerer Gradient des Mini-Batches, mehr nicht.',
  change: 'Die Lernrate auf 0,5 stellen und noch einen Schritt gehen: Wo landet der Punkt nun?',
};
