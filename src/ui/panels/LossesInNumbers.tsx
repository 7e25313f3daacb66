// What the pending update does to the losses, and the formula of one example's.

import { exampleFormula } from '../../training/run/configuration.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useLabState, useReadableState } from '../LabContext.tsx';
import { useNumbersText } from '../text/numbersText.ts';
import { useFormats } from '../text/TextContext.tsx';
import { useViewText } from '../text/viewWords.ts';
import { tellApart } from './digits.ts';
import { shareRight } from './shareRight.ts';
import css from './UpdateInNumbers.module.css';

/** The losses of the batch and of all data, before the update and after it. */
export function Losses({ detail }: { readonly detail: StepDetail }) {
  const words = useNumbersText();
  const format = useFormats();
  const test = useReadableState((state) => state.test);
  const rows = [
    { name: words.thisBatch(format.count(detail.batch.length)), before: detail.batchLoss, after: detail.nextBatchLoss },
    { name: words.allData(format.count(detail.order.length)), before: detail.fullLoss, after: detail.nextFullLoss },
    ...(test === null || detail.testLoss === null
      ? []
      : [{ name: words.testData(format.count(test.count)), before: detail.testLoss, after: null }]),
  ];
  const change = (before: number, after: number, isToldApart: boolean): string => {
    if (!Number.isFinite(before) || !Number.isFinite(after)) return '';
    if (!isToldApart) return before === after ? words.same : words.hardly;
    return after < before ? words.falls : words.rises;
  };
  return (
    <table className={css.values}>
      <thead>
        <tr>
          <th scope="col">{words.loss}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, before, after }) => {
          const [beforeText, afterText] =
            after === null ? [format.number(before), ''] : tellApart(format, before, after);
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={css.before}>{beforeText}</td>
              <td className={css.after}>{afterText}</td>
              <td
                className={css.change}
                data-rises={(after !== null && after > before && beforeText !== afterText) || undefined}
              >
                {after === null ? '' : change(before, after, beforeText !== afterText)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** How many examples the network decides rightly, as a share; nothing where it decides nothing. */
export function ShareRight({ detail }: { readonly detail: StepDetail }) {
  const views = useViewText();
  const format = useFormats();
  if (detail.decisions === null) return null;
  return (
    <p className={css.equation} data-testid="share-right">
      {shareRight(detail.decisions, views, format)}
    </p>
  );
}

export function LossFormula() {
  const words = useNumbersText();
  const formula = useLabState((state) => exampleFormula(state.config));
  return (
    <p className={css.equation}>
      {words.exampleLoss}:{' '}
      <bdi dir="ltr" className={css.formula}>
        {formula}
      </bdi>
    </p>
  );
}
