// German words of the views that take one update apart.

import type { stepViews as english } from '../en/stepViews.ts';

export const stepViews: typeof english = {
  captionParts: (parts) =>
    `Er wird der Reihe nach in ${parts} Mikro-Batches geschnitten, deren Gradienten sich zu einem Update summieren.`,
  captionSum: ({ isForgotten, norm, most }) => {
    const kept = isForgotten
      ? 'zero_grad wurde vergessen, also kommt der Gradient zu dem, was von der Summe übrig war. '
      : '';
    if (most === null) return kept.trim();
    return `${kept}${isForgotten ? 'Die Summe' : 'Der Gradient'} ist ${norm} lang und wird auf ${most} gekürzt.`;
  },
  captionSample: ({ epoch, size, count, all, isDrawn }) => {
    if (all) return `Epoche ${epoch}: Der Batch sind alle ${count} Beispiele.`;
    return isDrawn
      ? `Epoche ${epoch}: Der Mini-Batch sind ${size} von ${count} Beispielen, mit Zurücklegen gezogen; manche können doppelt darin sein.`
      : `Epoche ${epoch}: Der Mini-Batch sind diese ${size} von ${count} Beispielen, die nächsten in der Reihenfolge dieser Epoche.`;
  },
  captionForward: ({ w1, w2, lowest, highest, single }) =>
    single
      ? `Mit w1 = ${w1} und w2 = ${w2} sagt das Modell für das Beispiel ${lowest} voraus.`
      : `Mit w1 = ${w1} und w2 = ${w2} sagt das Modell für jedes Beispiel des Batches eine Zahl voraus, von ${lowest} bis ${highest}.`,
  captionLoss: ({ size, loss, largest, single, parts }) => {
    if (single) return `Der Verlust sagt, wie schlecht diese Vorhersage ist: ${loss}.`;
    return parts !== null
      ? `Jede Vorhersage hat einen Verlust, hier höchstens ${largest}. Jeder Mikro-Batch hat das Mittel der seinen; alle ${parts} zählen gleich, und das Mittel davon ist ${loss}.`
      : `Jede Vorhersage hat einen Verlust, hier höchstens ${largest}. Das Mittel der ${size} Verluste ist der Verlust des Mini-Batches: ${loss}.`;
  },
  captionBackward: ({ size, gradient1, gradient2, single, flat, parts }) => {
    const mean =
      parts === null
        ? `Das Mittel der ${size} ist der Mini-Batch-Gradient`
        : `Jeder Mikro-Batch hat deren Mittel; alle ${parts} zählen gleich, und das Mittel davon ist der Gradient`;
    if (flat)
      return single
        ? 'Nach der Kettenregel ist der Gradient des Beispiels (0; 0): Hier ist sein Verlust eben, und es gibt keinen Pfeil.'
        : `Nach der Kettenregel hat jedes Beispiel einen Gradienten. ${mean} (0; 0), der keinen Pfeil hat.`;
    return single
      ? `Nach der Kettenregel hat das Beispiel einen Gradienten, die Richtung, in der sein Verlust am schnellsten wächst: (${gradient1}; ${gradient2}). Der Pfeil zeigt entgegengesetzt, bergab.`
      : `Nach der Kettenregel hat jedes Beispiel einen Gradienten. ${mean} (${gradient1}; ${gradient2}); die Pfeile zeigen entgegengesetzt, bergab.`;
  },
  captionUpdate: ({ optimizer, clipped, remembers, decays, update1, update2, w1, w2, nextW1, nextW2 }) => {
    const parts = [
      clipped ? 'dem gekürzten Gradienten' : 'dem Gradienten',
      ...(remembers ? ['seinem Gedächtnis'] : []),
      ...(decays ? ['der Abnahme'] : []),
    ];
    const sources = [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' und ');
    return `${optimizer} macht aus ${sources} das Update (${update1}; ${update2}): w1 geht von ${w1} nach ${nextW1}, w2 von ${w2} nach ${nextW2}.`;
  },

  batchTable: 'Jedes Beispiel des Mini-Batches und das Mittel',
  columns: 'Spalten',
  columnsBefore: 'Spalten davor',
  columnsAfter: 'Spalten danach',
  batchTableHelp: 'Die Pfeiltasten gehen von Zeile zu Zeile.',
  example: 'Nr.',
  target: 'y',
  prediction: 'Vorhersage p',
  loss: 'Verlust ℓ',
  byPrediction: '∂ℓ/∂p',
  byW1: '∂p/∂w1',
  byW2: '∂p/∂w2',
  gradient1: 'Gradient 1',
  gradient2: 'Gradient 2',
  mean: 'Mittel',
  meanOfParts: (parts) => `Mittel der ${parts} Mittel`,
  timesRate: '× −Lernrate',
  updateByRule: 'Update',
  notYet: 'in dieser Phase noch nicht berechnet',

  showGradients: 'Den Gradienten jedes Beispiels in jeder Phase zeichnen',
  gradientsInBackward: 'In der Phase „Rückwärts“ der Zeitlupe sind sie immer zu sehen.',
  gradientView: 'Gezeichnet als',
  gradientViews: { fan: 'Fächer', chain: 'Kette', cloud: 'Wolke' },
  gradientViewHelp: {
    fan: 'Alle Pfeile beginnen bei den Gewichten. Das Mittel ihrer Spitzen ist die Spitze des Mini-Batch-Pfeils.',
    chain:
      'Jeder Pfeil ist durch die Batch-Größe geteilt und beginnt, wo der vorige endet: Die Kette endet auf dem Mittel.',
    cloud: 'Nur die Spitzen. Der Mini-Batch-Pfeil endet an ihrem Mittel.',
  },
  gradientsUneven:
    'Beispiele eines kleineren Mikro-Batches zählen mehr, und ihre Pfeile sind um so viel länger gezeichnet.',
  exampleGradients: 'Gradienten der Beispiele',
  angle: 'Winkel zwischen Mini-Batch-Gradient und vollem Gradienten',
  degrees: (angle) => `${angle}°`,
  relativeError: 'Länge ihrer Differenz, als Anteil des vollen Gradienten',
  gradientLength: 'Länge',
  batchSurfaces: { off: 'nicht gezeichnet', over: 'über dem Gesamtverlust', instead: 'an seiner Stelle' },
  batchSurfaceUneven:
    'Hier zählt jedes Beispiel gleich. Wo Mikro-Batches verschieden groß sind, kann der Pfeil ein wenig an „genau bergab“ vorbeizeigen.',
  batchSurfaceHelp:
    'Der Pfeil des Mini-Batches zeigt auf dieser Fläche genau bergab, wie auch immer die Gesamtfläche geneigt ist. Eine Regel mit Gedächtnis kann anders gehen.',

  noiseIntro: ({ draws, size }) =>
    `Hält die Gewichte fest und zieht ${draws} andere Mini-Batches von ${size}. Jeder gäbe einen anderen Gradienten und damit ein anderes Update.`,
  noiseIntroOfParts: ({ draws, parts, size, last }) =>
    `Hält die Gewichte fest und zieht ${draws} andere Batches, wie ein Update sie nimmt: ${parts} Mini-Batch-Teile mit ${size} Beispielen${last === null ? '' : `, der letzte mit ${last}`}, deren mittlere Gradienten gleich viel zählen. Jeder gäbe einen anderen Gradienten und damit ein anderes Update.`,
  resample: 'Ziehen',
  resampleAgain: 'Neu ziehen',
  noiseCaption:
    'Jeder Punkt ist die Spitze, die der Pfeil eines dieser Mini-Batches hätte; mal die Lernrate ist er der Schritt des einfachen Gradientenabstiegs. Die Ellipsen fassen 95 % einer Normalverteilung.',
  measured: 'gemessen',
  predicted: 'vorhergesagt',
  deviation: 'Standardabweichung des Mini-Batch-Gradienten',
  alongW1: 'bei w1',
  alongW2: 'bei w2',
  alongX: 'in x',
  alongY: 'in y',
  totalVariance: ({ measured, predicted }) =>
    `Varianz des Mini-Batch-Gradienten, über alle Gewichte summiert: vorhergesagt ${predicted}, die Summe für einzelne Gradienten mal dem Faktor; gemessen ${measured}. Tabelle und Wolke sind, was davon in der Ebene des Bildes zu sehen ist.`,
  correlation: 'Korrelation',
  factor: 'Faktor zur Kovarianz der einzelnen Gradienten',
  factorWithout: ({ size, count, value }) =>
    `1/${size} × (${count} − ${size})/(${count} − 1) = ${value}, ohne Zurücklegen gezogen`,
  factorWith: ({ size, value }) => `1/${size} = ${value}, mit Zurücklegen gezogen`,
  factorUnevenWith: ({ parts, square }) =>
    `die Summe von 1/Größe über die Teile, geteilt durch ${parts}² = ${square}, mit Zurücklegen gezogen`,
  factorUnevenWithout: ({ parts, square, count, value }) =>
    `mit s = Summe von 1/Größe über die Teile, geteilt durch ${parts}² = ${square}: (${count} × s − 1)/(${count} − 1) = ${value}, ohne Zurücklegen gezogen`,
  noNoise: 'Der Batch sind alle Daten, also rauscht nichts: Jede Ziehung gibt denselben Gradienten.',

  state: 'Zustand',
  stateEmpty: 'Diese Regel merkt sich nichts von Schritt zu Schritt.',
  before: 'vorher',
  after: 'nachher',
  stepsTaken: (count) => `Getane Schritte: ${count}.`,
  lines: 'Die Regel Zeile für Zeile, mit den Zahlen dieses Schritts',
  forWeight: (place) => `w${place}`,
  otherwise: 'sonst',
  updateFromLines: 'Update',
  memoryShare: ({ share, rest, kind }) =>
    kind === 'part'
      ? `${share} des Updates sind Gedächtnis, ${rest} dieser Gradient.`
      : kind === 'beyond'
        ? `Das Gedächtnis allein macht ${share} des Updates aus; dieser Gradient nimmt ${rest} zurück.`
        : `Das Gedächtnis nimmt ${share} des Updates zurück; dieser Gradient macht ${rest} davon aus.`,
  markMemory: 'aus dem Gedächtnis',
  markGradient: 'aus diesem Gradienten',
  markScale: 'Rate je Achse',
  markScaleOfPlane: 'Rate je Richtung',
  partsOutside: ({ memory, gradient }) =>
    `In der Ebene des Bildes: ${memory} % der Länge des Teils aus dem Gedächtnis zeigen aus ihr hinaus und ${gradient} % von der des Teils aus diesem Gradienten.`,
  ratesOutside: (share) =>
    `Die Balken liegen längs der zwei Richtungen der Ebene, in denen einem Gradienten der Länge eins gefolgt wird, ohne abzubiegen, soweit die Ebene es zeigt; bis zu ${share} % der Länge des Weges zeigen aus der Ebene hinaus.`,
  optimizerNotes: {
    sgd: 'Ohne jede Option ist das Update der Gradient mal die Lernrate, umgedreht. Mit Momentum bewahrt eine Geschwindigkeit frühere Gradienten.',
    momentum:
      'Die Geschwindigkeit besteht aus diesem Gradienten und dem, was von allen früheren übrig ist; ihr entgegen gehen die Gewichte, nicht dem Gradienten.',
    nesterov:
      'Momentum mit Blick nach vorn: Der Schritt besteht aus dem Gradienten und der Geschwindigkeit, wie dieser Gradient sie eben gemacht hat.',
    adagrad:
      'Der Gradient jedes Gewichts wird durch die Wurzel der Summe aller seiner bisherigen Quadrate geteilt, daher wächst der Teiler jedes Gewichts nur.',
    rmsprop:
      'Der Gradient jedes Gewichts wird durch die Wurzel eines gleitenden Mittels seiner Quadrate geteilt, die groß ist, wo eine Achse steil ist. Zentriert steht ihre Streuung dafür.',
    adam: 'Ein gleitendes Mittel des Gradienten durch die Wurzel eines gleitenden Mittels seines Quadrats, beide um ihren Anfang bei null berichtigt. Mit AMSGrad steht das bisher größte solche Mittel im Teiler.',
    adadelta:
      'Der Schritt wird an früheren Schritten gemessen: die Wurzel ihres mittleren Quadrats durch die der Gradienten.',
    adamw:
      'Adam, doch die Gewichtsabnahme wird unmittelbar von den Gewichten abgezogen, statt in den Gradienten einzugehen.',
    adamax: 'Adam mit dem größten jüngeren Gradienten als Teiler statt eines quadratischen Mittels.',
    nadam: 'Adam, der an seinem ersten Moment entlang nach vorn blickt wie Nesterov an der Geschwindigkeit.',
    radam: 'Adam, der seinen Teiler weglässt, bis genug quadrierte Gradienten gesehen sind, um ihm zu trauen.',
    rprop:
      'Nur das Vorzeichen des Gradienten zählt: Jedes Gewicht hat seine eigene Schrittweite; sie wächst in ihren Schranken, solange das Vorzeichen bleibt, und schrumpft, wenn es wechselt.',
    lion: 'Von der Gewichtsabnahme abgesehen bewegt sich jedes Gewicht um die Lernrate; nur das Vorzeichen eines Mittels des Gradienten sagt, wohin, und nur wo dieses Mittel 0 ist, bleibt das Gewicht stehen.',
  },

  library: 'Sprache',
  valueList: (values) => `[${values.join('; ')}]`,
  codeNote:
    'Neben einer Zeile steht, was sie ausrechnet: vor der Schleife am Anfang, in der Schleife beim anstehenden Schritt.',
  codeNoteOfParts: 'Was jeder Mini-Batch-Teil durchläuft, steht so da, wie der letzte es ausrechnet.',
  codeLanguages: {
    numpy: 'NumPy',
    pytorch: 'PyTorch',
    'pytorch-tensors': 'PyTorch, nur Tensoren',
    tensorflow: 'TensorFlow',
    keras: 'Keras',
    javascript: 'JavaScript',
  },
};
