// A number, typed or set with a slider.

import type { SetNumber } from '../../lab/lessons/lesson.ts';
import type { NumberField } from '../../training/field.ts';
import { NumberInput } from '../controls/NumberInput.tsx';
import { useFormats } from '../text/TextContext.tsx';
import css from './lesson.module.css';
import { useDraft, useLesson } from './useOpenLesson.ts';
import { plainNumber } from './written.ts';

/** Stops of a slider whose numbers are not whole. */
const stops = 400;

/** Where a number stands on the slider, 0 to 1, and back. */
const shareOf = ({ min, max, isLogarithmic }: SetNumber, value: number): number =>
  isLogarithmic ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);

function valueAt({ min, max, isLogarithmic, isWhole }: SetNumber, share: number): number {
  const value = isLogarithmic ? min * (max / min) ** share : min + (max - min) * share;
  return isWhole ? Math.round(value) : Math.min(max, Math.max(min, Number(value.toPrecision(3))));
}

export function SetForm() {
  const { lesson, open, words } = useLesson();
  const put = useDraft();
  const format = useFormats();
  const form = lesson.form as SetNumber;
  const isAsked = open.phase === 'asked';
  const value = ((isAsked ? open.draft : open.prediction) as number | null) ?? form.first;
  const label = words.quantity ?? words.title;
  const field: NumberField = {
    ...{ kind: 'number', name: lesson.key, label, default: form.first, min: form.min, max: form.max },
    ...(form.isWhole && { integer: true }),
  };
  const count = form.isWhole && !form.isLogarithmic ? form.max - form.min : stops;
  const truth = open.features === null ? null : (lesson.outcome(open.truth) as number);
  const place = truth === null ? null : Math.max(0, Math.min(1, shareOf(form, truth)));
  return (
    <fieldset className={css.set} disabled={!isAsked}>
      <legend className={css.unseen}>{words.question}</legend>
      <div className={css.setTrack}>
        <input
          type="range"
          min={0}
          max={count}
          step={1}
          value={Math.round(shareOf(form, value) * count)}
          aria-label={label}
          aria-valuetext={plainNumber(value, format)}
          onChange={({ currentTarget }) => put(valueAt(form, Number(currentTarget.value) / count))}
        />
        {place !== null && <Gap from={shareOf(form, value)} to={place} isShown={open.prediction !== null} />}
      </div>
      <NumberInput field={field} value={value} onCommit={put} step={form.isWhole ? 1 : form.min} />
      <span>{words.quantity}</span>
    </fieldset>
  );
}

/** The truth on the track, and what lies between it and the answer. */
function Gap({ from, to, isShown }: { readonly from: number; readonly to: number; readonly isShown: boolean }) {
  const low = Math.min(from, to);
  return (
    <svg className={css.setGap} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {isShown && <rect className={css.gap} x={100 * low} y={3} width={100 * Math.abs(to - from)} height={4} />}
      <rect className={css.truthMark} x={100 * to - 0.4} y={0} width={0.8} height={10} />
    </svg>
  );
}
