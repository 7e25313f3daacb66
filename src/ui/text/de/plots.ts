// German words in and around the plots.

import type { plots as english } from '../en/plots.ts';

export const plots: typeof english = {
  weightSpace: 'Gewichtsraum',
  dataSpace: 'Datenraum',
  lossCurve: 'Verlustkurve',
  epochStrip: 'Epoche',

  w1: 'w1',
  w2: 'w2',
  planeAxes: {
    step: ['entlang des Batch-Gradienten', 'zum vollen Gradienten hin'],
    random: ['Zufallsrichtung 1', 'Zufallsrichtung 2'],
    principal: ['Hauptrichtung 1', 'Hauptrichtung 2'],
  },
  weights: 'Gewichte',
  weightsHandle: 'Gewichte',
  weightsHandleKind: 'Punkt zum Ziehen',
  weightsHandleHelp:
    'Die Pfeiltasten verschieben den Anfang um ein Hundertstel des Ausschnitts, mit der Umschalttaste um ein Zehntel.',
  weightsAt: (at) => `${at.nameX} ${at.x}, ${at.nameY} ${at.y}`,
  weightsOutside: (at) => `Gewichte (${at.w1}; ${at.w2})`,
  update: 'Update',
  batchGradientArrow: '−Mini-Batch-Gradient',
  fullGradientArrow: '−voller Gradient',
  arrowScale: (factor) => `Gradienten gezeichnet × ${factor}`,
  axesDiffer: (of: { name: string; factor: string }) => [
    'der markierte Winkel ist ein rechter',
    `${of.name} ist × ${of.factor} gestreckt:`,
  ],
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  zoomHint: 'Strg + Mausrad vergrößert',
  resetView: 'Ansicht zurücksetzen',
  surface: 'Verlust aller Daten',

  x: 'x',
  y: 'y',
  x1: 'x1',
  x2: 'x2',
  miniBatch: 'Mini-Batch',
  otherExamples: 'übrige Beispiele',
  prediction: 'Vorhersage',
  predicts: (own) => `sagt ${own} voraus`,
  classNumber: (own) => `Klasse ${own}`,
  wrongClass: 'verwechselt',
  heldOut: 'Test',
  aboveMean: 'über dem Mittel',
  belowMean: 'unter dem Mittel',
  tooLow: 'zu niedrig',
  tooHigh: 'zu hoch',

  step: 'Schritt',
  fullLoss: 'voller Verlust',
  batchLoss: 'Mini-Batch-Verlust',
  testLoss: 'Test-Verlust',
  logarithmic: 'log',
  logarithmicHelp: 'Logarithmische Verlustachse',
  epochTick: (at) => `Epoche ${at.epoch}`,
  stepToRead: 'Abzulesender Schritt',
  stepReadout: (at) => `Schritt ${at.step} · Epoche ${at.epoch} · Verlust ${at.loss}`,
  stepReadoutHelp: 'Die Pfeiltasten wählen einen Schritt, die Eingabetaste springt dorthin.',
  noSteps: 'Noch kein Schritt getan.',

  batchOfEpoch: (at) =>
    `Epoche ${at.epoch} · ${at.parts === null ? 'Batch' : 'Update'} ${at.batch}${at.batches === null ? '' : ` von ${at.batches}`} · ${
      at.parts === null ? '' : `${at.parts} Mikro-Batches · `
    }${at.size} ${at.single ? 'Beispiel' : 'Beispiele'}`,
  lastBatch: (of) => `letzter: ${of.size}`,
};
