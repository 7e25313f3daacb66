import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Ein Merkmal fern von null',
  question:
    'Dieselbe Gerade wird zweimal angepasst, jedes Mal mit neun Zehnteln der größten Lernrate, die konvergiert: mit ihrem Merkmal um 0 (die gezeichnete Kurve) und um 5. Wie verläuft die zweite Kurve ab Schritt 20?',
  axes: ['Schritte', 'Verlust aller Beispiele'],
  curves: { centred: 'Merkmal um 0' },
  figures: {
    conditions: 'Konditionszahl mit dem Merkmal um 5 und um 0',
    rates: 'ihre Lernraten',
    ends: 'ihre Verluste nach 100 Schritten',
    standardised: 'um 5 und dann standardisiert, nach 100 Schritten',
  },
  features: {
    above: { right: 'Welche höher endet, stimmte.', wrong: 'Die Kurve mit dem Merkmal um 5 endet höher.' },
    falls: { right: 'Die Kurve fiel weiter.', wrong: 'Die Kurve fällt weiter.' },
    level: { right: 'Das Ende stimmte auf ein Viertel.', wrong: 'Das Ende lag auf anderer Höhe.' },
  },
  observations: {
    crawls: 'Die Kurve mit dem Merkmal um 5 endet höher und fällt noch, langsam.',
    stuck: 'Die Kurve mit dem Merkmal um 5 endet höher und fällt nicht mehr.',
    arrives: 'Beide Kurven enden etwa gleich hoch.',
  },
  reasons: {
    ravine: {
      choice:
        'Aus der Schüssel ist eine Schlucht geworden: Ihre steilen Seiten begrenzen die Lernrate, und ihr Boden ist fast eben.',
      reply: 'Ja: Die Konditionszahl sagt, wievielmal so stark sie sich quer krümmt wie längs.',
    },
    noise: {
      choice: 'Mit einem solchen Merkmal haben die Daten mehr Rauschen.',
      reply: 'Nein: Es sind dieselben Beispiele, als Ganzes entlang ihres Merkmals verschoben.',
    },
    minimum: {
      choice: 'Mit einem solchen Merkmal ist der kleinste Verlust größer.',
      reply: 'Nein: Der kleinste Verlust ist derselbe, denn die Höhe der Geraden gleicht die Verschiebung aus.',
    },
  },
  takeaway: 'Merkmale zuerst zentrieren und skalieren: Das macht aus einer Schlucht eine Schüssel.',
  change: 'Das Merkmal standardisieren und die Lernrate auf 0,9 stellen: Wie viele Schritte braucht der Lauf nun?',
};
