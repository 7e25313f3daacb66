import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Die Klippe',
  question:
    'In jedem Mini-Batch sind alle 100 Beispiele, und der Verlust ist eine Schüssel, deren stärkste Krümmung λ unten steht. Welche ist die größte Lernrate, mit der einfacher Gradientenabstieg noch konvergiert?',
  quantity: 'Lernrate',
  isNamed: true,
  figures: {
    curvature: 'λ, der größte Eigenwert der Hesse-Matrix',
    limit: '2/λ, die Grenze',
    below: 'Verlust nach 300 Schritten beim 0,98-Fachen der Grenze',
    above: 'Verlust nach 300 Schritten beim 1,02-Fachen',
    ofOne: 'beim 0,98-Fachen mit Mini-Batches aus 1, wo angehalten wurde',
  },
  features: {
    converges: {
      right: 'Mit dieser Lernrate konvergiert der Lauf.',
      wrong: 'Mit dieser Lernrate divergiert der Lauf.',
    },
    near: {
      right: 'Sie lag unter der Grenze und höchstens 15 % darunter.',
      wrong: 'Sie lag nicht höchstens 15 % unter der Grenze.',
    },
  },
  observations: {
    sharp: 'Ein Fünfzigstel unter der Grenze fällt der Verlust; ein Fünfzigstel darüber wächst er über jede Schranke.',
    never: 'Auf beiden Seiten der Grenze wächst der Verlust.',
    always: 'Auf beiden Seiten der Grenze fällt der Verlust.',
  },
  reasons: {
    overshoot: {
      choice: 'In der steilsten Richtung multipliziert jeder Schritt den Abstand vom Minimum mit 1 − Lernrate × λ.',
      reply:
        'Ja: Mit einer Lernrate über 2/λ liegt dieser Faktor unter −1, und jeder Schritt schießt weiter hinaus als der vorige.',
    },
    faster: {
      choice: 'Eine größere Lernrate macht den Lauf schneller, höchstens unruhig.',
      reply:
        'Nein: Über der Grenze gibt es keine Ruhe um das Minimum, denn in der steilsten Richtung führt jeder Schritt weiter weg.',
    },
    gradual: {
      choice: 'Je größer die Lernrate, desto schlechter das Ende, Stück für Stück.',
      reply: 'Nein: Mit allen Beispielen endet jede Lernrate unter der Grenze im selben Minimum.',
    },
  },
  takeaway:
    'Mit allen Beispielen ist die Grenze scharf, 2/λ; mit kleinen Mini-Batches kann ein Lauf schon bei kleineren Lernraten divergieren.',
  change:
    'Die Batch-Größe auf 1 und die Lernrate auf 0,374 stellen, knapp unter der Grenze, und laufen lassen: Konvergiert der Lauf?',
};
