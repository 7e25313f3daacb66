import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Vierfacher Mini-Batch',
  question:
    'Jeder Punkt zeigt, wohin ein neu gezogener Mini-Batch aus 4 Beispielen die Gewichte bewegen würde; die Ellipse ist eine Standardabweichung solcher Punkte. Welche Ellipse gehört zu Mini-Batches aus 16?',
  figures: {
    known: 'Halbachsen mit Mini-Batches aus 4',
    asked: 'Halbachsen mit Mini-Batches aus 16',
    times: 'mal so schmal',
    law: 'mal so schmal nach dem Gesetz √(16/4 × (N − 4)/(N − 16)), N = 100',
    own: 'mal so schmal, wie gezeichnet',
  },
  features: {
    narrower: { right: 'Ob sie schmaler ist, stimmte.', wrong: 'Ob sie schmaler ist, stimmte nicht.' },
    half: { right: 'Die Breite stimmte auf ein Viertel.', wrong: 'Die Breite war eine andere.' },
    direction: { right: 'Die Richtung stimmte auf 20°.', wrong: 'Die Richtung war eine andere.' },
  },
  observations: {
    half: 'Mit vierfachem Mini-Batch ist die Ellipse ungefähr halb so breit.',
    quarter: 'Mit vierfachem Mini-Batch ist die Ellipse höchstens ein Drittel so breit.',
    same: 'Mit vierfachem Mini-Batch ist die Ellipse etwa so breit wie zuvor.',
  },
  reasons: {
    root: {
      choice: 'Die Varianz eines Mittels fällt, wenn seine Zahl wächst, und die Streuung ist die Wurzel der Varianz.',
      reply:
        'Ja: Ein Viertel der Varianz ist die halbe Streuung, und etwas weniger, weil kein Beispiel zweimal gezogen wird.',
    },
    quarter: {
      choice: 'Viermal so viele Beispiele lassen ein Viertel der Streuung.',
      reply: 'Nein: Ein Viertel bleibt von der Varianz, und die ist das Quadrat der Streuung.',
    },
    same: {
      choice: 'Die Streuung liegt in den Daten, und die bleiben gleich.',
      reply:
        'Nein: Einzelne Beispiele streuen wie zuvor, aber ihre Mittel streuen umso weniger, je mehr Beispiele sie haben.',
    },
  },
  takeaway: 'Halbe Streuung kostet etwa den vierfachen Mini-Batch.',
  change:
    'Die Batch-Größe auf 100 stellen und die Ansicht Rauschen öffnen: In jedem Mini-Batch sind alle Beispiele, und alle Gradienten fallen auf einen Punkt.',
};
