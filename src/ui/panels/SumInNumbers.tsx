// From the gradient of the batch to the one that the optimizer is given, in numbers: micro-batches and their mean, what a
// forgotten zero_grad has left, and clipping. Nothing where none of these acts.

import type { StepDetail } from '../../training/run/run.ts';
import { lengthOf, type Vector } from '../../training/vector.ts';
import { useLabState } from '../LabContext.tsx';
import type { Formats } from '../text/format.ts';
import { type NumbersText, useNumbersText } from '../text/numbersText.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './UpdateInNumbers.module.css';
import type { Watched } from './useWatched.tsx';

/** What the gradient of an update is called. */
export const gradientName = (words: NumbersText, format: Formats, { microBatches, batch }: StepDetail): string =>
  microBatches.length > 1
    ? words.gradientOfParts(format.count(microBatches.length))
    : words.batchGradient(format.count(batch.length));

/** What the optimizer is given. */
export function givenName(words: NumbersText, { sum }: StepDetail): string {
  const isClipped = sum.factor < 1;
  if (sum.before.some((entry) => entry !== 0)) return isClipped ? words.clippedSum : words.sumOfGradients;
  return isClipped ? words.clippedGradient : words.gradient;
}

/** More micro-batches than this are told by their mean alone. */
const mostParts = 4;
/** Weights side by side at most. */
const mostWeights = 2;

interface Row {
  readonly name: string;
  readonly values: Vector;
  readonly isGiven?: boolean;
}

interface SumInNumbersProps {
  readonly detail: StepDetail;
  readonly watched: readonly Watched[];
}

export function SumInNumbers({ detail, watched }: SumInNumbersProps) {
  const words = useNumbersText();
  const format = useFormats();
  const isClipping = useLabState(({ hyperparameters }) => hyperparameters.clipNorm != null);
  const isForgetting = useLabState(({ hyperparameters }) => hyperparameters.forgetZeroGrad === true);
  const { microBatches } = detail;
  if (microBatches.length === 1 && !isClipping && !isForgetting) return null;
  const rows: readonly Row[] = [
    ...partRows(detail, words, format),
    { name: gradientName(words, format, detail), values: detail.gradient },
    ...(isForgetting ? [{ name: words.leftInSum, values: detail.sum.before }] : []),
    ...(isForgetting && isClipping ? [{ name: words.sum, values: detail.sum.total }] : []),
    ...(isForgetting || isClipping
      ? [{ name: givenRowName(detail, isClipping, words, format), values: detail.sum.applied, isGiven: true }]
      : []),
  ];
  const shown = watched.slice(0, mostWeights);
  return (
    <table className={css.values} aria-label={words.summed} data-testid="sum">
      <thead>
        <tr>
          <td />
          {shown.map(({ index, name }) => (
            <th key={index} scope="col" data-quantity="weights">
              {name}
            </th>
          ))}
          <th scope="col">{words.sumLength}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, values, isGiven }) => (
          <tr key={name}>
            <th scope="row" data-quantity="batch-gradient">
              {name}
            </th>
            {[...shown.map(({ index }) => values[index]), lengthOf(values)].map((value, place) => (
              <td key={place} data-quantity="batch-gradient" className={isGiven ? css.result : undefined}>
                {format.number(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function partRows({ microBatches }: StepDetail, words: NumbersText, format: Formats): readonly Row[] {
  if (microBatches.length === 1 || microBatches.length > mostParts) return [];
  return microBatches.map(({ from, to, gradient }, part) => ({
    name: words.microBatch({ part: format.count(part + 1), size: format.count(to - from) }),
    values: gradient,
  }));
}

/** The last row, which says by what factor it was clipped, if it can be. */
function givenRowName({ sum }: StepDetail, isClipping: boolean, words: NumbersText, format: Formats): string {
  if (!isClipping) return `${words.given}: ${words.sum}`;
  return `${words.given}, ${sum.factor < 1 ? words.clipFactor(format.number(sum.factor)) : words.notClipped}`;
}
