// The words for the marks of data space, in one line above it: as many as have room.

import { classColours } from '../../drawing/sceneClasses.ts';
import type { Rectangle } from '../../drawing/viewport.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { useText } from '../text/TextContext.tsx';
import type { DataScene, PairKind } from './dataScene.ts';
import { labelWidth } from './labels.ts';
import css from './plots.module.css';

type Sign = 'disc' | 'ring' | 'square' | 'triangle' | 'cross' | 'line';

interface Entry {
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
    return classes === 0
      ? [batch, prediction, ...tests, other]
      : [batch, ...classEntries(classes, plots), wrong, ...tests];
  }
  const entries: Readonly<Record<PairKind, readonly Entry[]>> = {
    curve: [batch, prediction, other],
    location: [batch, other],
    classes: [
      batch,
      { sign: 'square', colour: 'example-one', word: plots.classOne },
      { sign: 'ring', colour: 'example', word: plots.classZero },
    ],
    residuals: [
      batch,
      { sign: 'disc', colour: 'example', word: plots.tooLow },
      { sign: 'ring', colour: 'example', word: plots.tooHigh },
    ],
  };
  return entries[scene.kind];
}

const signs = ['disc', 'square', 'triangle'] as const satisfies readonly Sign[];

const classEntries = (classes: number, plots: Catalogue['plots']): readonly Entry[] =>
  signs
    .slice(0, classes)
    .map((sign, own) => ({ sign, colour: classColours[own], word: own === 0 ? plots.classNumber('0') : String(own) }));

const signWidth = 14;
const spacing = 14;

export function DataKey({ scene, plot }: { readonly scene: DataScene; readonly plot: Rectangle }) {
  const { plots } = useText();
  let next = plot.left;
  const placed = entriesOf(scene, plots).map((entry) => {
    const left = next;
    next += signWidth + labelWidth(entry.word) + spacing;
    return { ...entry, left, hasRoom: next - spacing <= plot.right };
  });
  return placed
    .filter(({ hasRoom }) => hasRoom)
    .map(({ sign, colour, word, quantity, left }) => (
      <g
        key={word}
        transform={`translate(${left} ${plot.top - 9})`}
        data-quantity={quantity}
        style={{ color: `var(--${colour})` }}
        className={css.key}
      >
        {sign === 'disc' && <circle cx={4} r={4} className={css.keyFill} />}
        {sign === 'ring' && <circle cx={4} r={3.5} className={css.keyRing} />}
        {sign === 'square' && <rect y={-3.5} width={7} height={7} className={css.keyFill} />}
        {sign === 'triangle' && <path d="M4,-4.5L9,3.5H-1Z" className={css.keyFill} />}
        {sign === 'cross' && <path d="M0.5 -3.5L7.5 3.5M0.5 3.5L7.5 -3.5" className={css.keyRing} />}
        {sign === 'line' && <line x2={10} className={css.keyLine} />}
        <text x={signWidth} y={4}>
          {word}
        </text>
      </g>
    ));
}
