import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Die Lernrate wählt die Schärfe',
  question:
    'In jedem Mini-Batch sind alle 200 Beispiele, Lernrate 0,2. λ, der größte Eigenwert der Hesse-Matrix, beginnt wie unten genannt. Auf welchen Wert kommt es, um dort zu bleiben, im Mittel über die Schritte 1300 bis 2500?',
  quantity: 'λ',
  isNamed: true,
  figures: {
    first: 'λ am Start',
    sharpness: 'λ, Mittel über die Schritte 1300 bis 2500',
    limit: '2 / Lernrate',
    loss: 'Verlust am Start und nach 2500 Schritten',
  },
  features: {
    rises: { right: 'Ob es steigt, stimmte.', wrong: 'λ steigt.' },
    near: { right: 'Der Wert stimmte auf 15 %.', wrong: 'Der Wert lag um mehr als 15 % daneben.' },
  },
  observations: {
    edge: 'λ kam auf etwa 2 / Lernrate und blieb nahe dabei, während der Verlust fiel.',
    flat: 'λ fiel unter seinen ersten Wert.',
    other: 'λ stieg und blieb anderswo.',
  },
  reasons: {
    edge: {
      choice:
        'Training schärft diesen Verlust, bis Schritte instabil werden, und die Instabilität lässt ihn nicht schärfer werden.',
      reply: 'Ja: Über 2 / Lernrate schwingen die Schritte immer weiter, bis sie an eine flachere Stelle kommen.',
    },
    data: {
      choice: 'Wie scharf das Ende ist, hängt nur von Daten und Netz ab.',
      reply: 'Nein: Mit einer anderen Lernrate enden dieselben Daten und dasselbe Netz bei einem anderen λ.',
    },
    flat: {
      choice: 'Training geht immer an flachere Stellen.',
      reply: 'Nein: Hier steigt λ von seinem ersten Wert, während der Verlust fällt.',
    },
  },
  takeaway:
    'Mit allen Beispielen und quadratischem Fehler bleibt dieses Netz, wo λ etwa 2 / Lernrate ist: am Rand der Stabilität.',
  change: 'Die Lernrate auf 0,25 stellen und 2500 Schritte laufen lassen: Wo bleibt λ nun?',
};
