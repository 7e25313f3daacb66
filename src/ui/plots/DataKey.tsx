// The words for the marks of data space, in one line above it: as many as have room.

import type { Rectangle } from '../../drawing/viewport.ts';
import { useText } from '../text/TextContext.tsx';
import type { SceneKind } from './dataScene.ts';
import { labelWidth } from './labels.ts';
import css from './plots.module.css';

type Sign = 'disc' | 'ring' | 'square' | 'line';

interface Entry {
  readonly sign: Sign;
  readonly colour: string;
  readonly word: string;
  readonly quantity?: string;
}

function useEntries(kind: SceneKind): readonly Entry[] {
  const { plots } = useText();
  const batch: Entry = { sign: 'disc', colour: 'batch', word: plots.miniBatch, quantity: 'batch' };
  const other: Entry = { sign: 'disc', colour: 'example', word: plots.otherExamples, quantity: 'example' };
  const entries: Readonly<Record<SceneKind, readonly Entry[]>> = {
    curve: [batch, { sign: 'line', colour: 'prediction', word: plots.prediction }, other],
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
  return entries[kind];
}

const signWidth = 14;
const spacing = 14;

export function DataKey({ kind, plot }: { readonly kind: SceneKind; readonly plot: Rectangle }) {
  const entries = useEntries(kind);
  let next = plot.left;
  const placed = entries.map((entry) => {
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
        {sign === 'line' && <line x2={10} className={css.keyLine} />}
        <text x={signWidth} y={4}>
          {word}
        </text>
      </g>
    ));
}
