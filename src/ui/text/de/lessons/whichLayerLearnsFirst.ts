import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Welche Schicht lernt zuerst?',
  question:
    'Vier verborgene Schichten aus 8 Sigmoid-Einheiten und ein Ausgang, erste Gewichte wie von PyTorch gezogen. Im Mini-Batch sind alle Beispiele. Die Gewichte welcher Schicht bewegen sich im ersten Schritt am weitesten?',
  options: {
    first: 'Die der ersten verborgenen Schicht, bei den Daten',
    middle: 'Die einer Schicht dazwischen',
    last: 'Die der Ausgangsschicht',
    alike: 'Alle etwa gleich weit',
  },
  figures: {
    moves: 'wie weit sich Gewichte jeder Schicht bewegen, von den Daten an (quadratisches Mittel)',
    times: 'Ausgangsschicht als Vielfaches der ersten',
    tanh: 'dasselbe mit tanh-Einheiten und ersten Gewichten nach Xavier',
  },
  features: {
    layer: { right: 'Die Schicht stimmte.', wrong: 'Es war eine andere Schicht.' },
    differ: {
      right: 'Ob sich die Schichten unterscheiden, stimmte.',
      wrong: 'Die Schichten unterscheiden sich um weit mehr als den Faktor 2.',
    },
  },
  observations: {
    last: 'Die Ausgangsschicht bewegte sich am weitesten.',
    first: 'Die erste verborgene Schicht bewegte sich am weitesten.',
    other: 'Eine Schicht dazwischen bewegte sich am weitesten, oder alle etwa gleich weit.',
  },
  reasons: {
    product: {
      choice:
        'Auf dem Rückweg wird der Gradient in jeder Schicht mit einer Steigung des Sigmoids multipliziert, höchstens 1/4.',
      reply: 'Ja: Nach vier Schichten solcher Steigungen und kleiner Gewichte bleibt fast nichts von ihm.',
    },
    data: {
      choice: 'Die Schicht bei den Daten bekommt die Information zuerst.',
      reply: 'Nein: Der Gradient kommt vom Verlust und erreicht die Schicht bei den Daten zuletzt.',
    },
    shared: {
      choice: 'Der Fehler wird gleichmäßig auf die Schichten verteilt.',
      reply: 'Nein: Verteilt wird nichts; der Teil jeder Schicht ist ein Produkt ihrer eigenen Faktoren.',
    },
  },
  takeaway: 'Durch viele Sigmoid-Schichten verschwindet der Gradient: Die Schichten bei den Daten lernen kaum.',
  change:
    'tanh-Einheiten und erste Gewichte nach Xavier wählen und die Ansicht Schichten öffnen: Wie verhalten sich die Updates der Schichten nun?',
};
