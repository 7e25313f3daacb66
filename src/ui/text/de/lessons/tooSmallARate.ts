import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Eine zu kleine Lernrate',
  question:
    'In jedem Mini-Batch sind alle 100 Beispiele, und die Lernrate ist 0,0003. Die ersten 20 Schritte des Verlusts sind gegeben. Wie geht es weiter, bis Schritt 200?',
  axes: ['Schritte', 'Verlust aller Beispiele'],
  figures: {
    loss: 'Verlust am Start und nach 200 Schritten',
    share: 'Anteil des Wegs zum Minimum, den 200 Schritte schafften',
    stepsAtTenth: 'Schritte bis zu so kleinem Verlust bei Lernrate 0,1',
  },
  features: {
    high: {
      right: 'Ob mehr als die Hälfte bleibt, stimmte.',
      wrong: 'Am Ende ist mehr als die Hälfte des Verlusts noch da.',
    },
    falls: { right: 'Die Kurve fiel.', wrong: 'Die Kurve fällt weiter.' },
    straight: { right: 'Die Kurve hatte keinen scharfen Knick.', wrong: 'Die Kurve hat keinen scharfen Knick.' },
  },
  observations: {
    slow: 'Der Verlust fiel die ganze Zeit langsam, und mehr als die Hälfte ist noch da.',
    elbow: 'Der Verlust fiel unter die Hälfte, zuerst schnell und dann langsam.',
    flat: 'Der Verlust fiel fast gar nicht.',
  },
  reasons: {
    rate: {
      choice: 'Jeder Schritt ist Lernrate mal Gradient, und 200 solche Schritte schaffen einen kleinen Teil des Wegs.',
      reply: 'Ja: Der Gradient ist hier lang, aber mit 0,0003 multipliziert bewegt er die Gewichte nur sehr wenig.',
    },
    gradient: {
      choice: 'Der Gradient ist klein.',
      reply: 'Nein: Am Start ist er so lang wie mit jeder Lernrate, denn er hängt nicht von ihr ab.',
    },
    converged: {
      choice: 'Der Lauf konvergiert schon, also ist nicht mehr viel zu gewinnen.',
      reply: 'Nein: Der Verlust fällt mit jedem Schritt, und der größte Teil des Wegs zum Minimum steht noch bevor.',
    },
  },
  takeaway:
    'Ein langsam fallender Verlust sagt nicht, dass das Minimum nahe ist: Die Lernrate kann zu klein sein, um hinzukommen.',
  change:
    'Die Lernrate auf 0,1 stellen und Schritte gehen: Nach wie vielen liegt der Verlust tiefer als nach diesen 200?',
};
