// The one sentence that is worth knowing of the examples, where there is one.

import { useMemo, useRef } from 'react';
import { className, type OwnData } from '../../training/ownData/ownData.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { adviceOn, type Advice as Given } from '../../training/theory/advice.ts';
import { useLabState } from '../LabContext.tsx';
import type { Formats } from '../text/format.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './data.module.css';
import { type DataText, useDataText } from './words.ts';

export function Advice({ config: latest }: { readonly config: RunConfig }) {
  // While an example is dragged, moving it goes first.
  const isDragged = useLabState((state) => state.dataEditing === 'drag');
  const kept = useRef(latest);
  if (!isDragged) kept.current = latest;
  const config = kept.current;
  const words = useDataText();
  const format = useFormats();
  const advice = useMemo(() => adviceOn(config), [config]);
  return advice === null ? null : (
    <p className={css.advice} role="note">
      {adviceSentence(advice, words, format, config.data)}
    </p>
  );
}

export function adviceSentence(advice: Given, { advice: words }: DataText, format: Formats, data?: OwnData): string {
  const condition = (value: number): string => (Number.isFinite(value) ? format.number(value) : '∞');
  switch (advice.kind) {
    case 'unscaled':
      return words.unscaled({
        condition: condition(advice.condition),
        standardised: condition(advice.standardised),
      });
    case 'rare': {
      const [count, of] = [advice.count, advice.of].map(format.count);
      return words.rare({
        label: className(data, advice.label),
        count,
        of,
        share: format.percent(1 - advice.count / advice.of),
      });
    }
    case 'constant':
      return words.constant(format.number(advice.value));
    case 'few':
      return words.few({ rows: format.count(advice.rows), weights: format.count(advice.weights) });
    default:
      return words[advice.kind];
  }
}
