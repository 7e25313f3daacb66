// German words of the comparison; loaded with it.

import type { CompareWords } from '../en/compare.ts';

export const compare: CompareWords = {
  sections: 'Was verglichen wird',
  section: {
    contenders: 'Läufe',
    results: 'Ergebnisse',
    seeds: 'Wiederholungen',
    sweep: 'Raster',
    floor: 'Rauschgrenze',
  },

  contenders: 'Läufe im Vergleich',
  intro:
    'Gleiche Aufgabe, gleicher Anfang, gleiche Mischungen: Was sich zwischen diesen Läufen unterscheidet, kommt von ihren Einstellungen. Wer geändert wird, beginnt neu und holt auf.',
  contender: (letter) => `Lauf ${letter}`,
  optimizerOf: (letter) => `Optimierer von ${letter}`,
  rateOf: (letter) => `Lernrate von ${letter}`,
  sizeOf: (letter) => `Batch-Größe von ${letter}`,
  scheduleOf: (letter) => `Zeitplan von ${letter}`,
  learningRate: 'Lernrate',
  batchSize: 'Batch-Größe',
  more: 'Argumente',
  moreOf: (letter) => `Argumente von ${letter}`,
  clipNorm: 'Höchste Norm des Gradienten (0 kürzt nicht)',
  accumulate: 'Mikro-Batches je Update',
  forgetZeroGrad: 'zero_grad vergessen',
  solo: 'Allein',
  soloOf: (letter) => `Nur ${letter} zeigen`,
  duplicate: 'Verdoppeln',
  duplicateOf: (letter) => `${letter} verdoppeln`,
  remove: 'Entfernen',
  removeOf: (letter) => `${letter} entfernen`,
  add: 'Lauf hinzufügen',
  full: 'Mehr als vier Läufe nebeneinander gehen nicht.',
  sets: 'Auf einen Klick',
  set: {
    batchSizes: 'Ein Beispiel, Mini-Batch, größter Batch',
    rates: 'Kleine, mittlere, große Lernrate',
    optimizers: 'SGD, Momentum, Adam',
    valley: 'SGD, Momentum, Adam in einem langen Tal',
    adaptive: 'Adagrad, RMSprop, Adam',
    losses: 'Quadratischer Fehler, Kreuzentropie an einem Neuron',
    decay: 'Konstant, abnehmend',
  },
  first: ({ letter, name, clock, loss, next }) =>
    `Vorn liegt jetzt, im Takt nach ${clock}: ${letter} (${name}) mit Verlust ${loss}; der nächste hat ${next}.`,
  noneFirst: (loss) => `Keiner liegt vorn: Die beiden niedrigsten haben beide Verlust ${loss}.`,
  why: {
    batchSizes:
      'Nach gleich vielen Epochen haben alle gleich viele Beispiele gesehen: Ein kleiner Batch macht daraus mehr Updates, und verrauschtere.',
    rates:
      'Nur die Lernrate ist verschieden: Mit einer kleinen ist jeder Schritt kurz, und über der Grenze schießen Schritte über das Ziel hinaus.',
    best: (steps) =>
      `Jeder hat von 25 Lernraten die, mit der er in ${steps} Schritten dieses Laufs am tiefsten kam, eben erst ausprobiert.`,
    usual: 'Jeder hat seine übliche Lernrate; viele auszuprobieren dauerte hier zu lange.',
    optimizers:
      'SGD muss seine Lernrate unter dem halten, was die steilste Richtung verträgt; Momentum summiert, worin aufeinanderfolgende Gradienten übereinstimmen, und lässt aufheben, was das Vorzeichen wechselt; Adam gibt jedem Gewicht eine eigene Schrittweite.',
    adaptive:
      'Adagrad teilt durch die Wurzel der Summe aller bisherigen quadrierten Gradienten, die nie kleiner wird; RMSprop und Adam vergessen alte, daher kann kleiner werden, wodurch sie teilen.',
    losses:
      'Wo das Neuron sich sicher irrt, multipliziert der quadratische Fehler seinen Gradienten mit s (1 − s), dort fast nichts; die Kreuzentropie tut das nicht. Beide sind hier am quadratischen Fehler gemessen.',
    decay: 'Wo die Lernrate sinkt, werden die Schritte kürzer und mit ihnen das Rauschen um ein Minimum.',
  },
  status: {
    diverged: (step) => `divergiert bei Schritt ${step}`,
    converged: (step) => `konvergiert, Schritt ${step}`,
    limit: (step) => `an seiner Grenze angehalten, Schritt ${step}`,
    lost: () => 'angehalten: sein Worker ging verloren',
    running: (step, loss) => `Schritt ${step}, Verlust ${loss}`,
  },
  divergedMark: (letter) => `${letter} divergiert`,

  clock: 'Im Gleichschritt nach',
  clocks: { step: 'Schritt', epoch: 'Epoche', example: 'gesehenem Beispiel', time: 'simulierter Zeit' },
  axis: { step: 'Schritt', epoch: 'Epoche', example: 'gesehene Beispiele', time: 'simulierte Zeit' },
  overhead: 'Grundaufwand je Schritt',
  parallelWidth: 'Beispiele zugleich',
  timeMeaning: ({ overhead, width, knee }) =>
    `Ein Schritt dauert ${overhead} + Beispiele / ${width}. Bis etwa ${knee} Beispiele überwiegt der Grundaufwand, und ein größerer Batch kostet kaum mehr; darüber wachsen die Kosten mit seiner Größe.`,

  branch: 'Was wäre, wenn, ab hier?',
  branchHelp: (step) =>
    `Behält den bisherigen Lauf als Schatten. Dann eine Einstellung ändern und ab Schritt ${step} weitergehen: Die Vergangenheit ist dieselbe, und die alte Zukunft läuft blass daneben weiter.`,
  branchNone: 'Erst ein paar Schritte gehen; dann kann der Lauf an jedem von ihnen abzweigen.',
  branched: (step) => `Der Schatten ist der Lauf, wie er ohne die Änderung bei Schritt ${step} wäre.`,
  forget: 'Schatten entfernen',
  ghost: 'alte Zukunft',

  lossPlot: 'Verlust der Läufe im Vergleich',
  lossAt: ({ clock, losses }) => `${clock} · ${losses}`,
  logarithmic: 'log',
  logarithmicHelp: 'Logarithmische Verlustachse',

  cancel: 'Abbrechen',
  progress: 'Fortschritt',
  done: ({ done, total }) => `${done} von ${total}`,

  results: 'Ergebnisse',
  targetLoss: 'Zu erreichender Verlust',
  name: 'Lauf',
  steps: 'Schritte',
  epochs: 'Epochen',
  examples: 'Beispiele',
  time: 'Simulierte Zeit',
  finalLoss: 'Verlust jetzt',
  distance: 'Abstand zum Minimum',
  notYet: 'noch nicht',
  sortBy: (column) => `Nach ${column} sortieren`,
  exportCsv: 'Als CSV speichern',
  resultsNote: (target) =>
    `Schritte, Epochen, Beispiele und Zeit, bis der Verlust auf allen Daten zum ersten Mal höchstens ${target} ist. Die kleinste Zahl einer Spalte ist fett.`,
  distancePairs:
    'Die Minima eines Netzes sind nicht bekannt, darum steht hier kein Abstand: Er ist nur für zwei Gewichte genau.',

  seedsOf: 'Zu wiederholender Lauf',
  seedSteps: 'Schritte',
  seedsIntro:
    'Derselbe Lauf mit denselben Daten und 50 Mischungen, seine eigene zuerst: Ein schmales Band heißt verlässlich, ein breites heißt Glück. Nie gemischt sind alle 50 ein und derselbe; wo das Mischen nur die Summe über einen Batch aus allen Beispielen umordnet, unterscheiden sie sich allein durch das Runden, und ein chaotischer Lauf macht daraus mehr.',
  varied: 'Was sich unterscheidet',
  vary: { shuffles: 'Mischungen', 'first weights': 'erste Gewichte' },
  firstWeightsIntro:
    'Derselbe Lauf mit denselben Daten und denselben Mischungen von 50 Ziehungen der ersten Gewichte aus, seine eigene zuerst: Ein schmales Band heißt verlässlich, ein breites heißt Glück. Erste Gewichte, die nicht gezogen werden, alle 0 oder alle gleich, machen alle 50 zu ein und demselben.',
  fanElsewhere:
    'Die Wege wurden in einer anderen Ebene des Gewichtsraums gesehen; neu rechnen, um sie in dieser zu sehen.',
  runSeeds: '50 Wiederholungen rechnen',
  endedIn: 'Wo sie endeten',
  minimum: ({ w1, w2, loss }) => `Minimum bei (${w1}; ${w2}), Verlust ${loss}`,
  plateau: ({ w1, w2, loss }) => `Plateau bei (${w1}; ${w2}), Verlust ${loss}`,
  moving: 'noch unterwegs',
  held: 'nicht divergiert',
  divergedShare: 'divergiert',
  spread: ({ low, median, high, steps }) =>
    `Nach ${steps} Schritten liegt der Verlust in der Mitte bei ${median}; die Hälfte der Läufe liegt zwischen ${low} und ${high}.`,
  basins: 'Anfänge kartieren',
  basinsIntro: 'Wo endet der Lauf von jedem Anfang aus? Alle Anfänge sehen dieselben Mini-Batches.',
  basinsPairs:
    'Die Karte der Anfänge und die Minima, in denen Läufe enden, sind nur für zwei Gewichte genau: Ein Netz hat mehr.',
  hideMap: 'Karte ausblenden',
  hideFan: 'Fächer ausblenden',

  sweepParts: (parts) => `Jedes Update nimmt ${parts} Mini-Batch-Teile, oder so viele, wie eine Epoche der Zeile hat.`,
  sweepIntro: ({ steps, seeds }) =>
    `Verlust auf allen Daten nach ${steps} Schritten, Median über ${seeds} Mischungen, für jede Lernrate und Batch-Größe. Ein Klick macht aus einem Feld einen Lauf im Vergleich.`,
  runSweep: 'Raster rechnen',
  followSliders: 'Den Einstellungen gleich folgen',
  sweepMap: 'Endverlust nach Lernrate und Batch-Größe',
  stability: 'Stabilitätsgrenze',
  stabilityOfDraws: 'Stabilitätsgrenze, mit Zurücklegen gezogen',
  cell: ({ rate, size, loss }) => `Lernrate ${rate}, Batch-Größe ${size}: Verlust ${loss}`,
  cellDiverged: ({ rate, size, share }) => `Lernrate ${rate}, Batch-Größe ${size}: ${share} der Läufe divergierten`,
  cellEmpty: ({ rate, size }) => `Lernrate ${rate}, Batch-Größe ${size}: noch nicht gerechnet`,
  low: 'kleiner Verlust',
  high: 'großer Verlust',
  divergedCells: 'divergiert',
  rateTest: 'Lernraten-Test',
  rateTestIntro:
    'Ein Lauf, dessen Lernrate mit jedem Schritt ein wenig wächst. Wo sein Verlust endgültig steigt, ist sie zu groß, um dort zu bleiben.',
  rateTestRprop:
    'Rprop nimmt die Lernrate nur für seine ersten Schrittweiten; eine Rate, die mit jedem Schritt wächst, würde nichts prüfen.',
  runRateTest: 'Test starten',
  rateAxis: 'Lernrate',
  reason: {
    belowTheTurn: ({ rate, at }) =>
      `Vorschlag ${rate}: ein Drittel von ${at}, der letzten Lernrate, bei der der Verlust noch nahe am kleinsten war. Darüber stieg er endgültig.`,
    belowTheLimit: ({ rate, at }) =>
      `Vorschlag ${rate}: ein Drittel von ${at}, der Stabilitätsgrenze an der Stelle des kleinsten Verlusts. Der Test ging über sie hinaus, bevor der Verlust stieg; ein Lauf, der eine solche Rate behält, wird von dort vertrieben.`,
    neverRose: ({ rate }) =>
      `Bei ${rate}, der größten geprüften Lernrate, war der Verlust noch nahe am kleinsten; größere verdienen einen Versuch.`,
    heldWhenTried: ({ rate, at }) =>
      `Vorschlag ${rate}. Nach dem Verlust allein wäre es ${at}, doch ein Lauf mit dieser Lernrate divergierte binnen 3000 Schritten, und einer mit ${rate} nicht.`,
    noneHeld: ({ at }) =>
      `Nach dem Verlust wäre ${at} der Vorschlag, doch ein Lauf mit dieser Lernrate divergierte binnen 3000 Schritten, und Läufe mit kleineren ebenso.`,
    neverFell: () => 'Keine Lernrate senkte den Verlust auch nur um ein Fünfzigstel; es gibt nichts vorzuschlagen.',
  },
  tryRate: (rate) => `${rate} übernehmen`,

  zoomToCloud: 'Auf die Wolke zoomen',
  wholeView: 'Ganzer Ausschnitt',
  floorIntro:
    'Solange die Batches sich nicht einig sind und die Schritte nicht schrumpfen, endet ein Lauf, der bei einem Minimum bleibt, in einer Wolke, nicht in einem Punkt. Die Ellipsen reichen zwei Standardabweichungen weit.',
  measured: 'gemessen',
  predicted: 'vorhergesagt',
  measureFrom: (step) => `Gemessen ab Schritt ${step}, wenn der Anfang vergessen ist.`,
  measureHalf: 'Gemessen über die zweite Hälfte des Laufs.',
  transient: ({ steps }) =>
    `Nach etwa ${steps} Schritten ist der Anfang vergessen. Auf „Start“ drücken und sie abwarten.`,
  samples: ({ steps }) => `Bisher ${steps} Schritte in der Wolke.`,
  spreadAlong: 'Standardabweichung',
  alongLong: 'entlang der längeren Achse',
  alongShort: 'entlang der kürzeren Achse',
  halveRate: 'halbe Lernrate',
  doubleBatch: 'doppelter Batch',
  floorExact: 'Die Vorhersage gilt genau so, wie dieser Lauf seine Batches zieht.',
  floorUpper:
    'Die Vorhersage gilt genau für Beispiele, die mit Zurücklegen gezogen werden. Beim Mischen gleichen sich die Batches einer Epoche gegenseitig aus, darum ist dieser Lauf meist ruhiger; mit kleinen Batches aus wenigen Beispielen kann er bei großer Lernrate auch wilder sein.',
  floorNone:
    'Hier gibt es keine genaue Vorhersage: Sie besteht für SGD und Momentum mit konstanter Lernrate, wo der Verlust quadratisch in den Gewichten ist, ein Batch ein Update macht und dessen Gradient weder gekürzt wird noch in einer Summe bleibt. Die gemessene Wolke wird trotzdem gezeichnet.',
  floorPairs:
    'Die Vorhersage ist nur für zwei Gewichte genau; von einem Netz wird die gemessene Wolke gezeichnet, wie man sie in der Ebene des Bildes sieht.',
  floorUnstable:
    'Bei dieser Lernrate gibt es keine Wolke: Im Mittel wächst der Abstand zum Minimum ohne Grenze, auch wenn der Lauf ruhig aussieht.',
  floorUnstableDrawn:
    'Mit Zurücklegen gezogen gäbe es bei dieser Lernrate keine Wolke: Im Mittel wüchse der Abstand zum Minimum ohne Grenze. Neu gemischt kann dieser Lauf trotzdem eine haben.',
  floorMissing: 'Zu wenige Schritte, um eine Wolke zu messen.',
  floorThinned: ({ stride }) =>
    `Ein so langer Lauf behält nur jeden ${stride}. Schritt, immer an denselben Stellen einer Epoche, und das ist keine Stichprobe der Wolke. „Neu“ drücken und einen kürzeren Lauf messen.`,
  average: 'Gemittelter Weg',
  averages: { none: 'keiner', exponential: 'exponentiell', polyak: 'Polyak' },
};
