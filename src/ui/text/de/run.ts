// German words of what is to be seen only of a run that can be changed or goes on, and of what is typed.

import type { RunText } from '../catalogue.ts';

export const run: RunText = {
  learningRateNow: (rate) => `jetzt ${rate}`,
  learningRateNowTitle: 'Die Rate des anstehenden Schritts nach dem Zeitplan',
  limit: (rate) => `Grenze ${rate}`,
  limitExceeded: (rate) => `über der Grenze ${rate}`,
  limitClipped: (rate) => `über der Grenze ${rate}: gekürzt, sie pendelt`,
  limitClippedMeaning: 'Kürzen bewahrt einen solchen Lauf davor davonzufliegen, nicht vor dem Pendeln.',
  limitNever: 'mit keiner Rate kommt Ruhe',
  limitNeverMeaning:
    'Wo zero_grad vergessen wird, ziehen alle bisherigen Gradienten weiter, also schwingen die Gewichte um ein Minimum für immer oder immer weiter.',
  limitNone: 'keine Grenze, hier krümmt sich nichts aufwärts',
  limitOf: 'hier, für den vollen Batch',
  limitOfBoth: ({ batch, size, isDrawn }) => `voller Batch, ${batch} ${isDrawn ? 'Ziehungen' : 'Batches'} zu ${size}`,
  limitAdaptive: 'keine feste Grenze',
  limitAdaptiveMeaning: 'Wie lang ein Schritt dieser Regel ist, folgt nicht aus der Länge des Gradienten allein.',
  limitMeaning:
    'Mit allen Beispielen im Batch und der Krümmung, die der Verlust hier hat, schießen Schritte über dieser Rate in der Richtung, die sich am stärksten aufwärts krümmt, immer weiter über das Ziel hinaus. Wo sich der Verlust abwärts krümmt, wie auf einem Sattel, laufen die Gewichte bei jeder Rate davon.',
  updateNoise: (noise) => `Rauschen × ${noise}`,
  updateNoiseMeaning:
    'Wie weit der Gradient eines Updates von dem aller Daten abweicht, als Standardabweichung über viele Ziehungen: so viele Male so weit wie der eines einzelnen Beispiels.',
  updateCost: (gradients) => `Kosten ${gradients}`,
  updateCostMeaning: 'Gradienten einzelner Beispiele, die ein Update braucht.',
  stepsPerEpoch: ({ steps, single }) => (single ? '1 Schritt je Epoche' : `${steps} Schritte je Epoche`),

  typed: (label) => `${label}, als Zahl`,
  notANumber: 'Hier gehört eine Zahl hin.',
  eitherNumber: (one, other) => `Das kann ${one} oder ${other} heißen: bitte so eingeben, wie es gemeint ist.`,
  beyondNumbers: 'So groß oder so nah an 0 ist hier keine Zahl.',
  notAList: 'Hier gehören ganze Zahlen hin, mit Kommas dazwischen.',
  itStays: (value) => `Es bleibt bei ${value}.`,
  directions: [
    'nach rechts',
    'nach rechts oben',
    'nach oben',
    'nach links oben',
    'nach links',
    'nach links unten',
    'nach unten',
    'nach rechts unten',
  ],
  directionNone: 'nirgendwohin',
  pullLong: ({ weights, length }) => `an allen ${weights} Gewichten, mit einem Gradienten der Länge ${length}`,
  pull: ({ size, count, all, one, isDrawn, way }) => {
    if (all) return `ziehen alle ${count} Beispiele zusammen ${way}`;
    if (isDrawn)
      return one
        ? `zieht das eine aus ${count} gezogene Beispiel ${way}`
        : `ziehen ${size} aus ${count} gezogene Beispiele zusammen ${way}`;
    return one ? `zieht 1 von ${count} Beispielen ${way}` : `ziehen ${size} von ${count} Beispielen zusammen ${way}`;
  },
  ready: ({ pull, rule }) =>
    rule === null
      ? `Hier ${pull}. „Schritt“ geht einen Schritt dorthin, „Start“ geht immer weiter.`
      : `Hier ${pull}. „Schritt“ zeigt, was ${rule} daraus macht, „Start“ geht immer weiter.`,
  readyStill: (pull) => `Hier ${pull}. „Schritt“ zieht den nächsten Batch, „Start“ geht immer weiter.`,
  readyAlone: (pull) => `Hier ${pull}.`,
  moved: ({ by1, by2 }) => `Letzter Schritt: w1 ${by1}, w2 ${by2}.`,
  movedFar: ({ weights, length }) =>
    `Letzter Schritt: Die ${weights} Gewichte legten eine Strecke von ${length} zurück.`,
  tooSmallARate: 'Die Lernrate ist so klein, dass 100 solche Schritte kein Zehntel des Weges schaffen.',
  taken: ({ step }) => `Schritt ${step} ist getan.`,
  ruleGoesFar: ({ pull, rule, length }) => `${pull}; ${rule} bewegt sie um eine Strecke von ${length}`,
  ruleGoes: ({ pull, rule, way }) => `${pull}; ${rule} geht ${way}`,
  pending: ({ goes, batchFrom, batchTo, fullFrom, fullTo }) => {
    const batch =
      batchFrom === batchTo
        ? `ließe den Verlust des Batches bei ${batchTo}`
        : `brächte den Verlust des Batches von ${batchFrom} auf ${batchTo}`;
    const full =
      fullFrom === fullTo
        ? `ließe den aller Daten bei ${fullTo}`
        : `brächte den aller Daten von ${fullFrom} auf ${fullTo}`;
    return `Als Nächstes ${goes}. Der Schritt ${batch} und ${full}.`;
  },
  resting: (rule) =>
    `Ruht vorerst: Eine ganze Epoche lang war kein Gradient (mit seiner Gewichtsabnahme) und kein Update länger als 0,000001. ${
      rule === null
        ? 'Als konvergiert gilt der Lauf erst, wenn es lange dabei geblieben ist und er höchstens noch 0,0001 vor sich hat.'
        : `Doch ${rule} kann auf ebenso kleine Gradienten später mit längeren Schritten antworten.`
    }`,
  running: ({ step, epoch, loss }) => `Läuft: Schritt ${step}, Epoche ${epoch}. Der Verlust aller Daten ist ${loss}.`,
};
