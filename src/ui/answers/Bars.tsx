// Counts as a table, a bar beside each.

import { useFormats } from '../text/TextContext.tsx';
import css from './answers.module.css';
import { useAnswersText } from './useAnswersText.ts';

interface BarsProps {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly count: number }[];
  /** How many were asked: the length of the longest bar there can be. */
  readonly of: number;
}

export function Bars({ title, rows, of }: BarsProps) {
  const text = useAnswersText();
  const { count, percent } = useFormats();
  return (
    <table className={css.bars}>
      <caption>{title}</caption>
      <thead className={css.unseen}>
        <tr>
          <th scope="col">{text.choice}</th>
          <th scope="col">{text.count}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, count: times }, place) => (
          <tr key={place}>
            <th scope="row">{name}</th>
            <td>
              <span className={css.bar} style={{ inlineSize: `${(100 * times) / Math.max(1, of)}%` }} />
              {count(times)} ({percent(times / Math.max(1, of))})
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
