// The learning rate: a logarithmic slider whose own track shows where gradient descent is stable, and a field to type it.

import type { CSSProperties, ReactNode } from 'react';
import { learningRateField } from '../../lab/fields.ts';
import type { LabState } from '../../lab/store.ts';
import { LazyTerm } from '../glossary/LazyTerm.tsx';
import { Lockable } from '../host/Control.tsx';
import { useIsHidden } from '../host/HostContext.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useRunText } from '../text/runText.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
import css from './controls.module.css';
import { NumberInput } from './NumberInput.tsx';
import { rateScale, rounded } from './scales.ts';
import { hasNoFixedLimit, selectStabilityLimit, settlesNever } from './stabilityMark.ts';

const { lowest, highest } = rateScale;

export function LearningRate() {
  const lab = useLab();
  const { page } = useText();
  const run = useRunText();
  const format = useFormats();
  // What the control shows besides its value stays where the control is left out.
  const isHidden = useIsHidden('learningRate');
  const rate = useLabState((state) => state.hyperparameters.learningRate);
  const limit = useLabState(selectStabilityLimit);
  const isRestless = useLabState(settlesNever);
  const isAdaptive = useLabState(hasNoFixedLimit);
  // Not the base rate but that of the pending step is above the limit or below it.
  const effective = useLabState(selectEffectiveRate);
  const set = (learningRate: number): void => lab.setHyperparameters({ learningRate });
  const ofBatch = useLabState((state) => state.limits.ofBatch);
  const share = limit === null ? 1 : shareOf(limit);
  return (
    <div className={css.slider}>
      <div className={css.sliderHead}>
        <span className={css.label} data-quantity="learning-rate">
          <LazyTerm id="learningRate">{page.learningRate}</LazyTerm>
        </span>
        <EffectiveRate />
        {isHidden ? (
          <b>{format.number(rate)}</b>
        ) : (
          <Lockable name="learningRate">
            <NumberInput
              field={{ ...learningRateField, label: page.learningRate }}
              label={run.typed(page.learningRate)}
              value={rate}
              step={10 ** (Math.floor(Math.log10(rate)) - 1)}
              onCommit={set}
            />
          </Lockable>
        )}
      </div>
      {!isHidden && (
        <Lockable name="learningRate">
          <input
            className={css.range}
            style={{ '--limit': share, '--batch-limit': shareOf(ofBatch ?? 1) } as CSSProperties}
            data-limit={limit === null || !Number.isFinite(limit) ? undefined : true}
            data-batch-limit={ofBatch ?? undefined}
            type="range"
            min={lowest}
            max={highest}
            step={rateScale.step}
            value={Math.log10(rate)}
            aria-label={page.learningRate}
            aria-valuetext={format.number(rate)}
            onChange={(event) => set(rounded(10 ** event.currentTarget.valueAsNumber))}
          />
        </Lockable>
      )}
      <div className={css.sliderFoot} data-direction="ltr">
        {isRestless && <NoLimit />}
        {isAdaptive && <NoFixedLimit />}
        {limit !== null && <Limit limit={limit} rate={effective ?? rate} share={isHidden ? 0 : share} />}
      </div>
    </div>
  );
}

/** Where on the track a rate stands. */
const shareOf = (rate: number): number => Math.min(1, Math.max(0, (Math.log10(rate) - lowest) / (highest - lowest)));

/** The word at the mark, so placed that it never leaves the track. */
function Limit({ limit, rate, share }: { readonly limit: number; readonly rate: number; readonly share: number }) {
  const run = useRunText();
  const format = useFormats();
  const isExceeded = rate > limit;
  const isClipped = useLabState(({ hyperparameters }) => hyperparameters.clipNorm != null);
  const words = !Number.isFinite(limit)
    ? run.limitNone
    : isExceeded
      ? (isClipped ? run.limitClipped : run.limitExceeded)(format.number(limit))
      : run.limit(format.number(limit));
  return (
    <Explained
      isExceeded={isExceeded}
      share={share}
      title={isClipped ? `${run.limitMeaning} ${run.limitClippedMeaning}` : run.limitMeaning}
    >
      {words}{' '}
      {Number.isFinite(limit) && !(isExceeded && isClipped) && (
        <span className={css.limitOf}>{isExceeded ? run.limitOf : <LimitOf />}</span>
      )}
    </Explained>
  );
}

/** Of what it is the limit, with that of the mini-batch where it is known. */
function LimitOf() {
  const run = useRunText();
  const format = useFormats();
  const ofBatch = useLabState((state) => state.limits.ofBatch);
  const size = useLabState((state) => state.hyperparameters.batchSize);
  const isDrawn = useLabState((state) => state.config.sampling === 'reshuffle');
  if (ofBatch === null) return run.limitOf;
  return run.limitOfBoth({ batch: format.number(ofBatch), size: format.count(size), isDrawn });
}

interface ExplainedProps {
  readonly isExceeded?: boolean;
  readonly share: number;
  readonly title: string;
  readonly children: ReactNode;
}

/** A word about the limit, to be pressed for why it is so. */
function Explained({ isExceeded = false, share, title, children }: ExplainedProps) {
  const lab = useLab();
  const isOpen = useLabState((state) => state.limits.areExplained);
  return (
    <button
      type="button"
      className={`${css.limit} ${css.why}`}
      data-exceeded={isExceeded || undefined}
      aria-expanded={isOpen}
      style={{ '--limit': share } as CSSProperties}
      title={title}
      onClick={() => lab.setLimits({ areExplained: !isOpen })}
    >
      {children}
    </button>
  );
}

/** Where the rule is such that no limit follows from the curvature. */
function NoFixedLimit() {
  const run = useRunText();
  return (
    <Explained share={0} title={run.limitAdaptiveMeaning}>
      {run.limitAdaptive}
    </Explained>
  );
}

/** Where no rate brings the run to rest. */
function NoLimit() {
  const run = useRunText();
  return (
    <span className={css.limit} data-exceeded title={run.limitNeverMeaning}>
      {run.limitNever}
    </span>
  );
}

/** The rate of the pending step where a schedule makes it another than the slider's. */
const selectEffectiveRate = ({ detail, hyperparameters: { schedule, learningRate } }: LabState): number | null =>
  detail === null ||
  detail.learningRate === learningRate ||
  // What stands still differs only until the numbers of the step have followed.
  (schedule.kind === 'constant' && schedule.warmup === 0)
    ? null
    : rounded(detail.learningRate);

function EffectiveRate() {
  const run = useRunText();
  const format = useFormats();
  const rate = useLabState(selectEffectiveRate);
  if (rate === null) return null;
  return (
    <span className={css.aside} title={run.learningRateNowTitle}>
      {run.learningRateNow(format.number(rate))}
    </span>
  );
}
