// Why own data are refused, in German, by the form of the English sentence.

type Say = (parts: readonly string[], word: (english: string) => string) => string;

export const ownSentences: readonly (readonly [form: RegExp, say: Say])[] = [
  [
    /^Own data are an object with rows x and targets y\.$/,
    () => 'Eigene Daten sind ein Objekt mit Zeilen x und Zielwerten y.',
  ],
  [
    /^Own data have as many rows of features, x, as targets, y\.$/,
    () => 'Eigene Daten haben so viele Zeilen von Merkmalen, x, wie Zielwerte, y.',
  ],
  [
    /^Own data have (\d+) to (\d+) examples, not (\d+)\.$/,
    ([fewest, most, count]) => `Eigene Daten haben ${fewest} bis ${most} Beispiele, nicht ${count}.`,
  ],
  [
    /^Own data have one or two features in every row\.$/,
    () => 'Eigene Daten haben in jeder Zeile ein oder zwei Merkmale.',
  ],
  [
    /^Row (\d+) of the own data is not made of (\d+) numbers of at most 1e15\.$/,
    ([row, count]) => `Zeile ${row} der eigenen Daten besteht nicht aus ${count} Zahlen von höchstens 1e15.`,
  ],
  [
    /^The names of own data are a list of at most three texts\.$/,
    () => 'Die Namen eigener Daten sind eine Liste von höchstens drei Texten.',
  ],
  [
    /^(.*) is a problem of its own examples only\.$/s,
    ([title], word) => `„${word(title)}“ gibt es nur mit seinen eigenen Beispielen.`,
  ],
  [
    /^(.*) takes (one feature|two features), not (\d+)\.$/s,
    ([title, features, count], word) =>
      `„${word(title)}“ nimmt ${features === 'one feature' ? 'ein Merkmal' : 'zwei Merkmale'}, nicht ${count}.`,
  ],
  [
    /^(.*) takes targets of two classes, 0 and 1\.$/s,
    ([title], word) => `„${word(title)}“ nimmt Zielwerte aus zwei Klassen, 0 und 1.`,
  ],
  [
    /^(.*) takes targets of three to six classes, 0, 1, 2, and so on\.$/s,
    ([title], word) => `„${word(title)}“ nimmt Zielwerte aus drei bis sechs Klassen, 0, 1, 2 und so weiter.`,
  ],
  [
    /^The data of this link are too long to be read\.$/,
    () => 'Die Daten dieses Links sind zu lang, um gelesen zu werden.',
  ],
  [/^The data of this link cannot be read\.$/, () => 'Die Daten dieses Links lassen sich nicht lesen.'],
  [
    /^This link is about data that it has no room for \((.*)\): open the file that holds them\.$/s,
    ([mark]) =>
      `Dieser Link handelt von Daten, für die er keinen Platz hat (${mark}): bitte die Datei öffnen, in der sie stehen.`,
  ],
  [
    /^These data \((.*)\) are not those that the link is about \((.*)\)\.$/s,
    ([mark, awaited]) => `Diese Daten (${mark}) sind nicht die, von denen der Link handelt (${awaited}).`,
  ],
  [
    /^The data have (\d+) examples, not (\d+)\.$/,
    ([own, count]) => `Die Daten haben ${own} Beispiele, nicht ${count}.`,
  ],
  [/^There is no arrangement named (.*)\.$/s, ([name]) => `Eine Anordnung namens ${name} gibt es nicht.`],
  [
    /^One class can be rare only where the targets are classes\.$/,
    () => 'Selten kann eine Klasse nur sein, wo die Zielwerte Klassen sind.',
  ],
  [/^Own data were not loaded\.$/, () => 'Was eigene Daten brauchen, wurde nicht geladen.'],
  [/^Arrangements were not loaded\.$/, () => 'Was Anordnungen brauchen, wurde nicht geladen.'],
];
