// Axes with nothing on them but what is handed in: for answers laid over each other, and for a question on paper.

import type { ReactNode } from 'react';
import { useFormats } from '../text/TextContext.tsx';
import css from './answers.module.css';
import { useAnswersText } from './useAnswersText.ts';

export interface Axis {
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

interface FrameProps {
  readonly label: string;
  readonly across: Axis;
  readonly up: Axis;
  /** Drawn in a square of one unit, up being down. */
  readonly children?: ReactNode;
}

const quarters = [0.25, 0.5, 0.75];

export function Frame({ label, across, up, children }: FrameProps) {
  const text = useAnswersText();
  const { number } = useFormats();
  const said = ({ name, low, high }: Axis) => ({ name, low: number(low), high: number(high) });
  return (
    <figure className={css.frame}>
      <p className={css.note}>{text.upTo(said(up))}</p>
      <svg role="img" aria-label={label} viewBox="0 0 1 1" preserveAspectRatio="none">
        {quarters.map((place) => (
          <path key={place} className={css.grid} d={`M0 ${place}H1M${place} 0V1`} />
        ))}
        {children}
      </svg>
      <p className={css.note}>{text.acrossTo(said(across))}</p>
    </figure>
  );
}
