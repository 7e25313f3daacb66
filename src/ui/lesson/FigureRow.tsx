// One row of numbers, each with its name.

import type { Figures } from '../../lab/lessons/lesson.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './lesson.module.css';
import { plainNumber, useWrittenList } from './written.ts';

interface FigureRowProps {
  readonly figures: Figures;
  readonly names: Readonly<Record<string, string>>;
}

export function FigureRow({ figures, names }: FigureRowProps) {
  const format = useFormats();
  const list = useWrittenList();
  return (
    <dl className={css.figures}>
      {Object.entries(figures).map(([name, value]) => (
        <div key={name}>
          <dt>{names[name] ?? name}</dt>
          <dd>{typeof value === 'number' ? plainNumber(value, format) : unbroken(list(value))}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Lines break between numbers, not inside one. */
const unbroken = (text: string): string => text.replaceAll(' × ', '\u00a0×\u00a0');
