// The words for the marks of data space, in lines above it: as many as have room.

import { isAsking } from '../../lab/lessonState.ts';
import { useLabState } from '../LabContext.tsx';
import { useText } from '../text/TextContext.tsx';
import { type KeyPlace, keyEntries, saysPrediction } from './dataKeyEntries.ts';
import type { DataScene } from './dataScene.ts';
import css from './plots.module.css';

interface DataKeyProps {
  readonly scene: DataScene;
  readonly place: KeyPlace;
  readonly lines: number;
}

export function DataKey({ scene, place, lines }: DataKeyProps) {
  const { plots } = useText();
  const isAsked = useLabState((state) => isAsking(state.lesson));
  const entries = keyEntries(scene, plots, place, lines).filter((entry) => !isAsked || !saysPrediction(scene, entry));
  return entries.map(({ sign, colour, word, quantity, left, middle }, index) => (
    <g
      key={index}
      transform={`translate(${left} ${middle})`}
      data-quantity={quantity}
      style={{ color: `var(--${colour})` }}
      className={css.key}
    >
      {sign === 'disc' && <circle cx={4} r={4} className={css.keyFill} />}
      {sign === 'ring' && <circle cx={4} r={3.5} className={css.keyRing} />}
      {sign === 'square' && <rect y={-3.5} width={7} height={7} className={css.keyFill} />}
      {sign === 'triangle' && <path d="M4,-4.5L9,3.5H-1Z" className={css.keyFill} />}
      {sign === 'diamond' && <path d="M4,-5L8,0L4,5L0,0Z" className={css.keyFill} />}
      {sign === 'inverted' && <path d="M4,4.5L9,-3.5H-1Z" className={css.keyFill} />}
      {sign === 'star' && (
        <path d="M4-5L5.2-1.7L8.7-1.6L5.9.6L6.9 4L4 2L1.1 4L2.1.6L-.7-1.6L2.8-1.7Z" className={css.keyFill} />
      )}
      {sign === 'cross' && <path d="M0.5 -3.5L7.5 3.5M0.5 3.5L7.5 -3.5" className={css.keyRing} />}
      {sign === 'line' && <line x2={10} className={css.keyLine} />}
      <text x={14} y={4}>
        {word}
      </text>
    </g>
  ));
}
