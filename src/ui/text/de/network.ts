// German words of the views of a network.

import type { network as english } from '../en/network.ts';

export const network: typeof english = {
  figure: 'Netz',
  layersFigure: 'Schichten',

  shown: 'Zeige',
  meanOfBatch: (size) => (size === '1' ? 'das eine des Batches' : `Mittel des Batches (${size})`),
  meanOfParts: (parts) => `Mittel der Mittel von ${parts} Mikro-Batches`,
  oneExample: (number) => `Beispiel ${number}`,
  asTable: 'Als Tabelle',
  asPicture: 'Als Bild',

  titles: { inputs: 'Eingaben', outputs: 'Ausgaben', output: 'Ausgabe', layer: (number) => `Schicht ${number}` },
  target: (value) => `y ${value}`,
  loss: (value) => `Verlust ${value}`,
  delta: (value) => `δ ${value}`,

  parts: 'Einheiten und Gewichte',
  partsHelp:
    'Die Pfeiltasten gehen von Einheit zu Gewicht zu Einheit, auf und ab innerhalb einer Schicht. Die Eingabetaste beobachtet ein Gewicht oder den Bias einer Einheit.',
  input: (name) => `Eingabe ${name}`,
  unit: ({ unit, layer }) => `Einheit ${unit} von Schicht ${layer}`,
  output: (number) => `Ausgabe ${number}`,
  onlyOutput: 'Ausgabe',
  weight: ({ name, from, to }) => `${name}, Gewicht von ${from} zu ${to}`,
  bias: ({ name, to }) => `${name}, Bias von ${to}`,
  watched: 'beobachtet',

  weightIs: (value) => `Gewicht ${value}`,
  biasIs: (value) => `Bias ${value}`,
  gradientIs: (value) => `Gradient ${value}`,
  updateIs: (value) => `Update ${value}`,
  sumIs: (value) => `Summe ${value}`,
  valueIs: (value) => `Wert ${value}`,
  deltaIs: (value) => `Delta ${value}`,
  isDead: 'tot: Ihre Steigung ist auf allen Daten 0',
  isSaturated: 'gesättigt: Ihre Steigung ist auf allen Daten fast 0',

  key: 'Legende',
  keyWeights: (widest) => `Gewicht ${widest}`,
  keyNegative: 'unter 0',
  keyUpdate: (factor) => `Saum: das Update × ${factor}`,
  keyMaps: 'Karten: unter 0, 0, über 0, jede über ihren eigenen größten Betrag',
  keyCurves: 'Kurven: was jede Einheit sagt, von links nach rechts, jede über ihren eigenen größten Betrag',
  keyDead: 'tot',
  keySaturated: 'gesättigt',

  summary: ({ inputs, hidden, outputs, weights, step, activation }) =>
    `Eingaben ${inputs}; ${hidden === '' ? 'keine verborgene Schicht' : `verborgene Schichten mit ${hidden} Einheiten, ${activation}`}; ${outputs} ${outputs === '1' ? 'Ausgabe' : 'Ausgaben'}; ${weights} Gewichte und Biase. Schritt ${step}.`,
  summaryLayer: ({ name, values, deltas }) => `${name}: Werte ${values}, Deltas ${deltas}.`,
  summaryValues: ({ name, values }) => `${name}: Werte ${values}.`,
  summaryStates: ({ dead, saturated }) =>
    `Auf allen Daten ${dead === '1' ? 'ist' : 'sind'} ${dead} der verborgenen Einheiten tot und ${saturated} gesättigt.`,
  summaryOf: (shown) => `Gezeigt: ${shown}.`,

  table: 'Alle Gewichte und Biase',
  columns: { name: 'Name', from: 'von', to: 'zu', weight: 'Gewicht', gradient: 'Gradient', update: 'Update' },
  watch: 'beobachten',
  watchWeight: (name) => `${name} beobachten`,

  captionForward: ({ layer, layers, formula, isBent }) =>
    `Vorwärts, Schicht ${layer} von ${layers}: Jede Einheit summiert ihre Eingaben mal ihre Gewichte und ihren Bias${isBent ? ' und biegt die Summe' : ''}: ${formula}.`,
  captionOutput: ({ layer, layers, formula, lowest, highest }) =>
    `Vorwärts, Schicht ${layer} von ${layers}, die Ausgaben: eine Summe, die nicht gebogen wird, ${formula}. Über den Batch von ${lowest} bis ${highest}.`,
  captionDelta: ({ layer, layers }) =>
    `Rückwärts, Schicht ${layer} von ${layers}: Delta ist, wie schnell der Verlust eines Beispiels mit einer Ausgabe wächst. Delta mal der Wert an seinem Eingang ist der Gradient des Beispiels für ein Gewicht; Delta selbst ist der für den Bias.`,
  captionBackward: ({ layer, layers, next }) =>
    `Rückwärts, Schicht ${layer} von ${layers}: Die Deltas von Schicht ${next} kommen durch deren Gewichte zurück und werden mit der Steigung jeder Einheit malgenommen. Delta mal der Wert an seinem Eingang ist der Gradient des Beispiels für ein Gewicht.`,
  captionUpdate: ({ optimizer, count, name, from, to }) =>
    `Ein Update nach ${optimizer} für alle ${count} Gewichte und Biase auf einmal. Am meisten bewegt sich ${name}, von ${from} nach ${to}.`,
  captionNoUpdate: ({ optimizer, count }) =>
    `Das Update nach ${optimizer} lässt alle ${count} Gewichte und Biase, wo sie sind.`,

  strips: {
    activation: 'Aktivierung',
    delta: 'Delta',
    gradient: 'Gradient',
    update: 'Update',
    ratio: 'Update : Gewicht',
  },
  stripsHelp:
    'Wurzel des mittleren Quadrats über die Einheiten jeder Schicht bei den Beispielen des Batches oder über ihre Gewichte und Biase, Schritt für Schritt, auf logarithmischer Achse.',
  noSteps: 'Noch ist kein Schritt getan.',
  layerLabel: (number) => `Schicht ${number}`,
  outputLabel: 'Ausgabe',
  beforeStep: (step) => `Größen vor Schritt ${step}`,
  dead: 'tot',
  saturated: 'gesättigt',
  unitsOf: ({ count, all }) => `${count} von ${all}`,

  plane: {
    kind: 'Ebene',
    kinds: {
      usual: 'wie üblich',
      weights: 'beobachtete Gewichte',
      step: 'des Schritts',
      random: 'zufällig',
      principal: 'des Pfads',
    },
    another: 'Eine andere',
    anchor: 'Durch',
    anchors: {
      start: 'den Anfang',
      here: 'diese Stelle',
      there: (step) => `Schritt ${step}`,
      along: 'die jetzigen Gewichte',
    },
    missing: {
      step: 'Die beiden Gradienten spannen hier keine Ebene auf, so beim vollen Batch; es dienen die beobachteten Gewichte.',
      random: 'Gewichte von 0 geben einer Zufallsrichtung keine Länge; es dienen die beobachteten Gewichte.',
      principal: 'Der Pfad hat bisher keine eigene Ebene; es dienen die beobachteten Gewichte.',
    },
    whole: 'Alles, was über die Ebene gesagt wird',
    fewWatched: 'Weniger als zwei Gewichte werden beobachtet; die ersten ergänzen sie.',
    lossHere: (of) => `Verlust hier ${of.here}, ${of.away} neben der Ebene.`,
    losses: (of) => `Verlust hier ${of.here}, auf der Ebene ${of.there}, ${of.away} entfernt.`,
    lossInPlane: (here) => `Verlust hier ${here}, in der Ebene.`,
    outside: (percent) => `${percent} % der Länge des Updates weisen aus ihr hinaus.`,
    share: (percent) => `${percent} % der Varianz des Pfads liegen in ihr.`,
    notYet: ({ wanted, shown }) =>
      `Bis Schritt ${wanted} ist der Lauf noch nicht gekommen: So lange geht die Ebene durch Schritt ${shown}.`,
    fixed:
      'Der Anfang wird in einer Ebene von Gewichten verschoben oder in einer zufälligen durch den Anfang; hier sind die Gewichte eine Marke.',
    surfaceOf: (step) => `Fläche von Schritt ${step}.`,
    batchSurfaceOf: (step) => `Fläche des Mini-Batches von Schritt ${step}.`,
  },
  limit: {
    figure: 'Grenze im Lauf',
    show: 'Grenze im Lauf zeigen',
    help: 'Wie scharf sich der Verlust aller Daten entlang des Laufs krümmt: der größte Eigenwert seiner Hesse-Matrix, und bei SGD, Momentum und Nesterov die Grenze, bis zu der die Regel mit allen Beispielen im Batch zur Ruhe kommt. Gemessen, wo der Lauf ruht, und in einem laufenden höchstens viermal in der Sekunde, neben dem Thread der Seite, wo der Browser Worker hat; jedes Mal braucht bis zu 50 Produkte der Hesse-Matrix mit einer Richtung, und jedes davon so lange wie etwa zwei Gradienten aller Daten.',
    preset: 'Ein Lauf, der bis zu seiner Grenze steigt: Kreise, 16 tanh-Einheiten, mse, Lernrate 0,2, voller Batch.',
    sharpness: 'Schärfe',
    limit: 'Grenze',
    measuring: 'Noch nicht gemessen.',
    now: (of) =>
      of.limit === null
        ? `Schritt ${of.step}: Schärfe ${of.largest}; die Regel, wie sie eingestellt ist, hat keine solche Grenze.`
        : `Schritt ${of.step}: Schärfe ${of.largest}, Grenze ${of.limit}.`,
    clipped: 'Kürzen bewahrt einen Lauf jenseits der Grenze davor davonzufliegen, nicht vor dem Pendeln.',
  },
};
