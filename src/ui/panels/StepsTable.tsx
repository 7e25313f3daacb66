// The last steps as a table: what the path and the curves show, in numbers.

import foldingCss from '../folding.module.css';
import { useLab } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { useViewText } from '../text/viewWords.ts';
import { useCalmState } from '../useCalmState.ts';
import css from './StepsTable.module.css';

/** Rows shown at most, ending at the step the page shows, and how often they change while the run goes on. */
const mostRows = 50;
const pace = 500;

const columns = [
  'epoch',
  'w1',
  'w2',
  'gradient1',
  'gradient2',
  'update1',
  'update2',
  'batchLoss',
  'learningRate',
] as const;
const quantityOf: Readonly<Record<string, string>> = {
  w1: 'weights',
  w2: 'weights',
  gradient1: 'batch-gradient',
  gradient2: 'batch-gradient',
  update1: 'update',
  update2: 'update',
  batchLoss: 'batch',
  learningRate: 'learning-rate',
};

export function StepsTable() {
  const { cursor } = useCalmState(pace);
  const { history } = useLab();
  const views = useViewText();
  const format = useFormats();
  const { stride } = history;
  const end = cursor === 0 || history.rows === 0 ? 0 : history.rowOf(cursor - 1) + 1;
  const steps = Array.from({ length: Math.min(mostRows, end) }, (_, index) => (end - 1 - index) * stride);
  if (steps.length === 0) return <p>{views.stepsNone}</p>;
  const caption = views.stepsCaption({ first: format.count(steps.at(-1)!), last: format.count(steps[0]) });
  const written = (name: (typeof columns)[number], step: number): string => {
    const value = history.at(name, step);
    return name === 'epoch' ? format.count(value + 1) : format.number(value);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section className={css.scroller} tabIndex={0} aria-label={views.tabSteps}>
      <table className={`${css.table} ${foldingCss.folding}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{views.columns.step}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {views.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step}>
              <th scope="row">{format.count(step)}</th>
              {columns.map((name) => (
                <td key={name} data-quantity={quantityOf[name]}>
                  {written(name, step)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
