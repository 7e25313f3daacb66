import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Von Hand rückwärts',
  question:
    'Ein Beispiel geht durch eine verborgene Einheit und einen Ausgang: z = w x + b, a = tanh z, p = v a + c, Verlust = (p − y)². Welche sind die Faktoren der Kettenregel, und welche die Ableitungen des Verlusts nach jedem Gewicht?',
  rows: {
    x: 'x, die Eingabe',
    y: 'y, das Ziel',
    w: 'w',
    b: 'b',
    z: 'z = w x + b',
    a: 'a = tanh z',
    v: 'v',
    c: 'c',
    p: 'p = v a + c',
    lossByP: 'd Verlust / d p',
    pByA: 'd p / d a',
    aByZ: 'd a / d z',
    zByW: 'd z / d w',
    byV: 'd Verlust / d v',
    byC: 'd Verlust / d c',
    byW: 'd Verlust / d w',
    byB: 'd Verlust / d b',
  },
  columns: ['Wert'],
  slips: {
    half: 'Die Ableitung eines Quadrats hat einen Faktor 2.',
    sign: 'Das Vorzeichen ist umgekehrt: Vorhersage minus Ziel.',
    squared: 'Das ist der Verlust selbst, nicht seine Ableitung.',
    value: 'Das ist der Wert der verborgenen Einheit; gefragt ist, wie schnell die nächste Zahl mit dieser wächst.',
    noSquare: 'Die Ableitung von tanh ist 1 minus das Quadrat von a.',
    weight: 'Das ist das Gewicht; gefragt ist, womit es multipliziert wird.',
    noInput: 'Der Wert am Eingang dieses Gewichts fehlt.',
    further: 'Das geht einen Faktor zu weit: v steht unmittelbar vor dem Ausgang.',
    input: 'Ein Bias hat keinen Eingang, mit dem zu multiplizieren wäre.',
    noSlope: 'Die Ableitung von tanh fehlt.',
    noWeight: 'Das Gewicht v, auf dem Weg vom Ausgang zur Einheit, fehlt.',
  },
  figures: {
    factors: 'die vier Faktoren, vom Ausgang abwärts',
    product: 'ihr Produkt',
    gradient: 'der Gradient des Labors nach w, b, v, c',
  },
  features: {
    factors: { right: 'Alle vier Faktoren stimmten.', wrong: 'Nicht alle vier Faktoren stimmten.' },
    output: {
      right: 'Die Ableitungen nach v und c stimmten.',
      wrong: 'Die Ableitungen nach v und c stimmten nicht beide.',
    },
    hidden: {
      right: 'Die Ableitungen nach w und b stimmten.',
      wrong: 'Die Ableitungen nach w und b stimmten nicht beide.',
    },
  },
  observations: {
    product: 'Die Ableitung nach w ist das Produkt der vier Faktoren.',
    sum: 'Die Ableitung nach w ist die Summe der vier Faktoren.',
    last: 'Die Ableitung nach w ist der letzte Faktor allein.',
  },
  reasons: {
    chain: {
      choice: 'Eine kleine Änderung von w ändert z, das ändert a, das p und das den Verlust: jedes um seinen Faktor.',
      reply:
        'Ja: Änderungen von Änderungen multiplizieren sich, und die Faktoren der oberen Schicht dienen jeder Schicht darunter wieder.',
    },
    sum: {
      choice: 'Jede Schicht addiert ihren Teil zum Gradienten.',
      reply: 'Nein: Addiert wird, wo mehrere Wege zum Verlust führen; entlang eines Wegs wird multipliziert.',
    },
    own: {
      choice: 'Die Ableitung nach einem verborgenen Gewicht hängt nur von seiner eigenen Schicht ab.',
      reply: 'Nein: Sie hat die Faktoren jeder Schicht zwischen ihm und dem Verlust.',
    },
  },
  takeaway: 'Die Ableitung nach einem Gewicht ist das Produkt aller Faktoren auf dem Weg vom Verlust zurück zu ihm.',
  change:
    'Eine zweite verborgene Schicht mit einer Einheit hinzunehmen: Wie viele Faktoren hat die Ableitung nach dem ersten Gewicht nun?',
};
