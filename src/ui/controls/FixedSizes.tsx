// What the knobs stand at while a question is asked about them: nothing is to be turned, and what they say besides of the
// run could give the answer away.

import { LazyTerm } from '../glossary/LazyTerm.tsx';
import { useLabState } from '../LabContext.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import css from './controls.module.css';

export function FixedSizes() {
  const { page, frame } = useText();
  const format = useFormats();
  const { learningRate, batchSize } = useLabState((state) => state.hyperparameters);
  return (
    <p className={css.fixed} title={frame.lockedByQuestion}>
      <span data-quantity="learning-rate">
        <LazyTerm id="learningRate">{page.learningRate}</LazyTerm> <b>{format.exact(learningRate)}</b>
      </span>
      <span data-quantity="batch">
        <LazyTerm id="batchSize">{page.batchSize}</LazyTerm> <b>{format.count(batchSize)}</b>
      </span>
    </p>
  );
}
