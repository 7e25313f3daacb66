// One row of numbers, each with its name.

import type { Figures } from '../../lab/lessons/lesson.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './lesson.module.css';
import { useWrittenList } from './written.ts';

interface FigureRowProps {
  readonly figures: Figures;
  readonly names: Readonly<Record<string, string>>;
}

export function FigureRow({ figures, names }: FigureRowProps) {
  const { number } = useFormats();
  const list = useWrittenList();
  return (
    <dl className={css.figures}>
      {Object.entries(figures).map(([name, value]) => (
        <div key={name}>
          <dt>{names[name] ?? name}</dt>
          <dd>{typeof value === 'number' ? number(value) : list(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
