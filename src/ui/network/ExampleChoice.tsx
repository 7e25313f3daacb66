// Whose numbers the units show: the mean over the batch, or one of its examples.

import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import css from './network.module.css';
import { shownMean } from './shownMean.ts';
import { useNetworkText } from './words.ts';

export function ExampleChoice() {
  const lab = useLab();
  const words = useNetworkText();
  const format = useFormats();
  const detail = useReadableState((state) => state.detail);
  const chosen = useLabState((state) => state.chosenExample);
  if (detail === null) return null;
  const { batch } = detail;
  const isInBatch = chosen !== null && batch.includes(chosen);
  return (
    <label className={css.choice}>
      {words.shown}{' '}
      <select
        value={isInBatch ? chosen : ''}
        onChange={({ currentTarget: { value } }) => lab.chooseExample(value === '' ? null : Number(value))}
      >
        <option value="">{shownMean(detail, words, format)}</option>
        {[...batch].map((example, row) => (
          <option key={row} value={example}>
            {words.oneExample(format.count(example))}
          </option>
        ))}
      </select>
    </label>
  );
}
