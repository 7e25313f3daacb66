// The words for the marks of data space, and where they stand above it.

import { classForms, type Mark } from '../../drawing/examples.ts';
import { classColours } from '../../drawing/sceneClasses.ts';
import type { Rectangle } from '../../drawing/viewport.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { classWord } from './classWord.ts';
import type { DataScene, NetworkKind, PairKind } from './dataScene.ts';
import { headHeight } from './plotRectangle.ts';

type Sign = Mark | 'ring' | 'cross' | 'line';

export interface Entry {
  readonly sign: Sign;
  readonly colour: string;
  readonly word: string;
  readonly quantity?: string;
}

function entriesOf(scene: DataScene, plots: Catalogue['plots']): readonly Entry[] {
  const batch: Entry = { sign: 'disc', colour: 'batch', word: plots.miniBatch, quantity: 'batch' };
  const other: Entry = { sign: 'disc', colour: 'example', word: plots.otherExamples, quantity: 'example' };
  const prediction: Entry = { sign: 'line', colour: 'prediction', word: plots.prediction };
  if ('network' in scene) {
    const held: Entry = { sign: 'ring', colour: 'example', word: plots.heldOut };
    const wrong: Entry = { sign: 'cross', colour: 'weights', word: plots.wrongClass };
    const tests = scene.test === null ? [] : [held];
    const { classes } = scene.network.spec;
    const sides: readonly Entry[] = [
      { sign: 'square', colour: 'positive', word: plots.aboveMean },
      { sign: 'disc', colour: 'negative', word: plots.belowMean },
    ];
    const entriesOfKind: Readonly<Record<NetworkKind, () => readonly Entry[]>> = {
      function: () => [batch, prediction, ...tests, other],
      regions: () => [batch, ...classEntries(scene, classes, plots), wrong, ...tests],
      height: () => [batch, ...sides, ...tests],
    };
    return entriesOfKind[scene.kind]();
  }
  const entries: Readonly<Record<PairKind, readonly Entry[]>> = {
    curve: [batch, prediction, other],
    location: [batch, other],
    classes: [
      batch,
      { sign: 'square', colour: 'example-one', word: named(scene, 1, plots) },
      { sign: 'ring', colour: 'example', word: named(scene, 0, plots) },
    ],
    residuals: [
      batch,
      { sign: 'disc', colour: 'example', word: plots.tooLow },
      { sign: 'ring', colour: 'example', word: plots.tooHigh },
    ],
  };
  return entries[scene.kind];
}

/** The name of a class, or `class 1`. */
const named = (scene: DataScene, own: number, plots: Catalogue['plots']): string =>
  scene.classNames[own] ? classWord(scene, own) : plots.classNumber(String(own));

const classEntries = (scene: DataScene, classes: number, plots: Catalogue['plots']): readonly Entry[] =>
  classForms.slice(0, classes).map((sign, own) => ({
    ...{ sign, colour: classColours[own] },
    word: own === 0 ? named(scene, own, plots) : classWord(scene, own),
  }));

const signWidth = 14;
const spacing = 14;
/** Height of a line of words. */
const lineHeight = 17;

/** The plot that the words stand above, and how wide they are. */
export interface KeyPlace {
  readonly plot: Rectangle;
  readonly measure: (text: string) => number;
}

interface Placed extends Entry {
  readonly left: number;
  readonly line: number;
}

/** The entries in lines as wide as the plot, those that do not fit into `lines` left out. */
function placed(
  scene: DataScene,
  plots: Catalogue['plots'],
  { plot: { left, right }, measure }: KeyPlace,
  lines: number,
): readonly Placed[] {
  let [next, line] = [left, 0];
  return entriesOf(scene, plots).flatMap((entry) => {
    const width = signWidth + measure(entry.word);
    if (next > left && next + width > right) [next, line] = [left, line + 1];
    const at = { ...entry, left: next, line };
    next += width + spacing;
    return line < lines && at.left + width <= right ? [at] : [];
  });
}

/** Figures at least so high have room for a second line, or a third, which networks, having most to tell, may take. */
const [leastForTwo, leastForThree] = [200, 220];

/** How many lines the key of this scene takes above a plot in a figure of this height. */
export function keyLines(scene: DataScene, plots: Catalogue['plots'], place: KeyPlace, height: number): number {
  if (!('network' in scene) || height < leastForTwo) return 1;
  const all = placed(scene, plots, place, height < leastForThree ? 2 : 3);
  return 1 + Math.max(...all.map(({ line }) => line));
}

/** Room above the plot for so many lines. */
export const keyRoom = (lines: number): number => headHeight + (lines - 1) * lineHeight;

/** Of a network these marks say what it predicts, which is not to be seen while a question is asked. */
const ofPredictions: ReadonlySet<Sign> = new Set(['line', 'cross']);

export const saysPrediction = (scene: DataScene, { sign }: Entry): boolean =>
  'network' in scene && ofPredictions.has(sign);

/** Where every entry stands: its sign's left end and the height of its middle. */
export const keyEntries = (scene: DataScene, plots: Catalogue['plots'], place: KeyPlace, lines: number) =>
  placed(scene, plots, place, lines).map((entry) => ({
    ...entry,
    middle: place.plot.top - headHeight / 2 - (lines - 1 - entry.line) * lineHeight,
  }));
