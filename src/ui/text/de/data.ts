// German words of the examples that are changed by hand or brought along.

import type { data as english } from '../en/data.ts';

export const data: typeof english = {
  add: 'Punkt hinzufügen',
  paste: 'Daten einfügen',
  open: 'Datei öffnen',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  letGo: 'Daten der Aufgabe',
  save: 'Als Tabelle speichern',
  arrangement: 'Anordnung',
  arranged: {
    sorted:
      'Die Beispiele stehen in der Reihenfolge ihres Zielwerts, oder von x1, wo es keinen gibt. In fester Reihenfolge nehmen die Batches sie so.',
    'one-class-rare':
      'Höchstens eines von 25 Beispielen, und mindestens eines, gehört zur letzten Klasse; an der Stelle der übrigen stehen andere.',
    outlier: 'Ein Beispiel wurde weit nach außen versetzt.',
    unscaled: 'Das letzte Merkmal ist 20-mal so groß.',
    duplicates: 'Nur das erste Viertel der Beispiele gibt es; reihum nehmen sie auch die Plätze der anderen ein.',
  },
  columns: 'Spalten',
  column: 'Spalte',
  mean: 'Mittel',
  deviation: 'Standardabweichung',
  trainedOn: 'trainiert wird mit',
  asItIs: 'wie es ist',
  less: (shift) => `Wert − ${shift}`,
  scaled: ({ shift, scale }) => `(Wert − ${shift}) / ${scale}`,
  standardise: 'Standardisieren',
  ofTraining: 'Mittel und Standardabweichung sind die der Beispiele, mit denen trainiert wird.',
  centred: 'Dieses Modell hat keinen Bias, deshalb bekommen seine Spalten auch ohne Standardisieren das Mittel 0.',
  ownScale: 'Das sind die eigenen Beispiele der Aufgabe in dem Maßstab, in dem sie gezogen werden.',

  meaning: {
    standardised: ({ symbol, name }) => `${symbol} ist ${name}, standardisiert`,
    centred: ({ symbol, name }) => `${symbol} ist ${name} ohne den Mittelwert`,
    asItIs: ({ symbol, name }) => `${symbol} ist ${name}`,
  },

  classCounts: (counts) => `Beispiele jeder Klasse: ${counts}`,
  mistaken: ({ name, wrong, count }) => `${wrong} von ${count} ${name}`,
  mistakenAre: (classes) => `Für eine andere Klasse gehalten: ${classes}.`,

  rows: 'Beispiele',
  shownRows: ({ from, to, of }) => `Beispiele ${from} bis ${to} von ${of}`,
  row: 'Nr.',
  before: 'Frühere Beispiele',
  after: 'Spätere Beispiele',
  cell: ({ column, row }) => `${column} von Beispiel ${row}`,
  remove: (row) => `Beispiel ${row} löschen`,
  chosen: (row) => `Beispiel ${row}`,
  target: 'Klasse',
  full: (most) => `Platz ist für ${most} Beispiele.`,

  editor: 'Beispiele, von Hand zu ändern',
  editorHelp:
    'Ein Klick oder die Eingabetaste fügt ein Beispiel hinzu, Ziehen oder die Pfeiltasten bewegen das gewählte, Bild auf und Bild ab wählen ein anderes, Entf löscht es, eine Ziffer gibt ihm diese Klasse.',
  pointer: 'Im Datenraum: Ein Klick fügt ein Beispiel hinzu, Ziehen bewegt es, Entf löscht das gewählte.',
  at: ({ row, of, values }) => `Beispiel ${row} von ${of}: ${values}.`,
  value: ({ name, value }) => `${name} ${value}`,
  noOwn: 'Diese Aufgabe gibt es nur mit ihren eigenen Beispielen. Sie lassen sich anordnen, aber nicht ändern.',
  limits:
    'Eine Tabelle darf 1 MB Text, 10.000 Zeilen und 20 Spalten haben; benutzt werden 1.000 Zeilen. Nichts verlässt diese Seite, und keine Daten werden aufbewahrt.',

  advice: {
    unscaled: ({ condition, standardised }) =>
      `Die Eingaben haben die Konditionszahl ${condition}; standardisiert wäre sie ${standardised}. Schritte, die der steilsten Richtung angemessen sind, sind entlang der flachsten kurz.`,
    rare: ({ label, count, of, share }) =>
      `Klasse ${label} hat ${count} von ${of} Beispielen: Sie nie vorherzusagen ist in ${share} der Fälle richtig.`,
    equal: 'Alle Beispiele sind gleich, zu lernen ist nur ein einziger Wert.',
    constant: (value) => `Der Zielwert ist bei jedem Beispiel ${value}, zu lernen ist nur dieser Wert.`,
    separable:
      'Die Grenze dieses Modells kann die Klassen ohne Fehler trennen, deshalb hat der Verlust kein Minimum: Er fällt immer weiter, je größer die Gewichte werden; das Minimum liegt im Unendlichen.',
    few: ({ rows, weights }) =>
      `Es gibt ${rows} Beispiele zum Trainieren und ${weights} Gewichte: Viele Gewichte passen gleich gut.`,
  },

  delimiter: 'Spalten getrennt durch',
  delimiters: { '\t': 'Tabulator', ';': 'Semikolon', '|': 'Strich', ',': 'Komma', ' ': 'Leerzeichen' },
  decimalSign: 'Dezimalzeichen',
  decimalSigns: { '.': 'Punkt (1.5)', ',': 'Komma (1,5)' },
  hasHeader: 'Die erste Zeile enthält Namen',
  forSpreadsheet: 'Kodierung für Tabellenprogramme angeben',
  tableName: 'beispiele.csv',

  source: 'Daten als Text',
  sourceHint: 'Zeilen aus einer Tabelle einfügen, eine Datei ablegen oder tippen: ein Beispiel je Zeile.',
  beginningOnly: 'Gezeigt wird nur der Anfang.',
  clear: 'Leeren',
  chooseFile: 'Datei wählen',
  reading: 'Der Text wird gelesen.',
  understood: ({ rows, columns, delimiter, sign }) =>
    `Gelesen: ${rows} und ${columns}, getrennt durch ${delimiter}, mit Dezimal${sign}.`,
  rowCount: (count, isOne) => `${count} ${isOne ? 'Zeile' : 'Zeilen'}`,
  columnCount: (count, isOne) => `${count} ${isOne ? 'Spalte' : 'Spalten'}`,
  signs: { '.': 'punkt', ',': 'komma' },
  preview: 'Die ersten Zeilen',
  columnNumber: (number) => `Spalte ${number}`,
  features: 'Merkmal',
  secondFeature: 'Zweites Merkmal',
  none: 'keines',
  targetColumn: 'Ziel',
  targetIs: 'Das Ziel ist',
  targetKinds: { classes: 'eine Klasse', number: 'eine Zahl' },
  one: 'Klasse 1 ist',
  numbering: (classes) => `Die Klassen 0, 1, … sind ${classes}.`,
  learn: 'Lernen mit',
  use: 'Diese Daten benutzen',
  range: ({ minimum, maximum, mean, deviation }) =>
    `${minimum} bis ${maximum}, Mittel ${mean}, Standardabweichung ${deviation}`,
  valuesOf: (values) => `Werte ${values}`,
  manyValues: 'Texte, mehr als sechs',
  missingCells: (count) => `${count} fehlen`,

  inUnit: ({ column, unit }) => `${column} wird als Zahlen gelesen, mit der Einheit ${unit}.`,
  asText: {
    dates: (column) =>
      `${column} sieht nach Tagen oder Uhrzeiten aus und wird als Text gelesen, der kein Merkmal sein kann: eine Spalte der Tage oder Stunden seit dem ersten Zeitpunkt kann es.`,
    units: (column) =>
      `${column} hat Zahlen mit verschiedenen Einheiten oder mit und ohne Einheit und wird als Text gelesen, der kein Merkmal sein kann.`,
  },

  moreRows: (most) => `Nur die ersten ${most} Zeilen werden gelesen; die Tabelle hat mehr.`,
  moreColumns: (most) => `Nur die ersten ${most} Spalten werden gelesen; die Tabelle hat mehr.`,
  sampled: ({ used, of }) =>
    `${used} der ${of} brauchbaren Zeilen werden benutzt, nach dem Startwert des Laufs zufällig gezogen.`,
  missing: ({ count, rows, lines, isCut }) =>
    `${count} von ${rows} ausgelassen, weil ein Wert fehlt, in ${lines.includes(', ') ? 'den Zeilen' : 'Zeile'} ${lines}${isCut ? ', …' : ''}.`,
  faults: ({ count, rows }) => `${count} von ${rows} ausgelassen wegen dessen, was dort steht:`,
  moreFaults: (count) => `und ${count} weitere.`,
  badNumber: ({ line, column, text }) => `Zeile ${line}: ${column} ist keine brauchbare Zahl: ${text}`,
  badWidth: ({ line, text }) =>
    `Zeile ${line} hat ${text} ${text === '1' ? 'Zelle' : 'Zellen'}, anders als die meisten.`,
  emptyCell: '(leer)',

  refusals: {
    'too-long': () => 'Der Text ist länger als 1 MB. Die jetzigen Daten bleiben.',
    empty: () => 'In diesem Text steht keine Zeile.',
    'header-only': () => 'Es gibt eine Zeile mit Namen und keine mit Daten. Die jetzigen Daten bleiben.',
    'one-column': () =>
      'Es gibt nur eine Spalte; nötig sind wenigstens ein Merkmal und ein Ziel. Vielleicht trennt ein anderes Zeichen die Spalten. Die jetzigen Daten bleiben.',
    'all-missing': () => 'Alle Werte fehlen. Die jetzigen Daten bleiben.',
    'no-feature': () =>
      'Für ein Merkmal bleibt keine Spalte aus brauchbaren, verschiedenen Zahlen. Die jetzigen Daten bleiben.',
    constant: (column) =>
      `${column} hat in allen brauchbaren Zeilen denselben Wert, als Merkmal lässt sich daraus nichts lernen.`,
    target: (column) =>
      `${column} hat in allen brauchbaren Zeilen einen Wert, oder ist Text mit mehr als sechs, und kann kein Ziel aus Klassen sein.`,
    'too-few': () => 'Weniger als zwei Zeilen sind brauchbar. Die jetzigen Daten bleiben.',
  },
  noProblem: 'Keine Aufgabe hier lernt aus solchen Spalten: bitte ein Ziel oder ein zweites Merkmal wählen.',
  useOpen: 'Sie enthält einen ganzen Lauf; die Schaltfläche „Datei öffnen“ öffnet ihn.',
  badFile: (reason) => `Die Datei ließ sich nicht lesen: ${reason}`,
  opened: (name) => `${name} wurde geöffnet.`,
  taken: (count) => `${count} Beispiele werden benutzt.`,
};
