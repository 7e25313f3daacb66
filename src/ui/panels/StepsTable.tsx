// The last steps as a table: what the path and the curves show, in numbers.

import { nameOfWeight } from '../../training/network/layout.ts';
import { present } from '../../training/present.ts';
import type { StepColumn } from '../../training/run/log.ts';
import foldingCss from '../folding.module.css';
import { useLab, useLabState } from '../LabContext.tsx';
import { useNetwork } from '../network/useNetwork.ts';
import type { Quantity } from '../quantity.ts';
import { useNumbersText } from '../text/numbersText.ts';
import { useFormats } from '../text/TextContext.tsx';
import { useViewText } from '../text/viewWords.ts';
import { useCalmState } from '../useCalmState.ts';
import css from './StepsTable.module.css';

/** Rows shown at most, ending at the step the page shows, and how often they change while the run goes on. */
const mostRows = 50;
const pace = 500;

interface Column {
  readonly name: string;
  readonly title: string;
  readonly quantity?: Quantity | undefined;
  written(step: number): string;
}

const quantityOf: Readonly<Partial<Record<StepColumn, Quantity>>> = {
  w1: 'weights',
  w2: 'weights',
  gradient1: 'batch-gradient',
  gradient2: 'batch-gradient',
  gradientLength: 'batch-gradient',
  update1: 'update',
  update2: 'update',
  updateLength: 'update',
  batchLoss: 'batch',
  learningRate: 'learning-rate',
};

const ofPairs = ['w1', 'w2', 'gradient1', 'gradient2', 'update1', 'update2', 'batchLoss', 'learningRate'] as const;
const ofNetworks = ['gradientLength', 'updateLength', 'batchLoss', 'learningRate'] as const;

/** Of two weights all that a step has; of a network the weights that are watched, and how long its vectors were. */
function useColumns(): readonly Column[] {
  const { history } = useLab();
  const { columns } = useNumbersText();
  const format = useFormats();
  const network = useNetwork();
  const watched = useLabState((state) => state.watched);
  const plain = (name: keyof typeof columns & StepColumn): Column => ({
    ...{ name, title: columns[name], quantity: quantityOf[name] },
    written: (step) => format.number(history.at(name, step)),
  });
  const epoch: Column = {
    ...{ name: 'epoch', title: columns.epoch },
    written: (step) => format.count(history.at('epoch', step) + 1),
  };
  if (network === null) return [epoch, ...ofPairs.map(plain)];
  const weights = watched.map((index): Column => {
    const name = nameOfWeight(network.layout, index);
    // Weights are thinned out sooner than the rest.
    const written = (step: number): string => format.number(history.weightsAt(step)?.[index] ?? Number.NaN);
    return { name, title: name, quantity: 'weights', written };
  });
  return [epoch, ...weights, ...ofNetworks.map(plain)];
}

export function StepsTable() {
  const { cursor } = useCalmState(pace);
  const { history } = useLab();
  const views = useViewText();
  const words = useNumbersText();
  const format = useFormats();
  const columns = useColumns();
  const { stride } = history;
  const end = cursor === 0 || history.rows === 0 ? 0 : history.rowOf(cursor - 1) + 1;
  const steps = Array.from({ length: Math.min(mostRows, end) }, (_, index) => (end - 1 - index) * stride);
  if (steps.length === 0) return <p>{words.stepsNone}</p>;
  const caption = words.stepsCaption({ first: format.count(present(steps.at(-1))), last: format.count(steps[0]) });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section className={css.scroller} tabIndex={0} aria-label={views.tabSteps}>
      <table className={`${css.table} ${foldingCss.folding}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.step}</th>
            {columns.map(({ name, title }) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step}>
              <th scope="row">{format.count(step)}</th>
              {columns.map(({ name, quantity, written }) => (
                <td key={name} data-quantity={quantity}>
                  {written(step)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
