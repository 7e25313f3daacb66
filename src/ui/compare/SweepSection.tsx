// The sweep over learning rate and batch size, and the learning-rate range test.

import { useEffect, useState } from 'react';
import { sweepSeeds, sweepSteps } from '../../lab/compare/studies.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import type { RateSuggestion } from '../../training/studies/rateRange.ts';
import { useIsLocked } from '../host/HostContext.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import css from './compare.module.css';
import { RangePlot } from './RangePlot.tsx';
import { Failure, Outcome, Study } from './Study.tsx';
import { SweepMapPlot } from './SweepMapPlot.tsx';
import { useRace } from './useRace.ts';
import { useStudies, useStudyState } from './useStudies.ts';
import { useCompareText } from './words.ts';

/** Milliseconds of rest after which changed settings are swept anew. */
const liveDelay = 60;

export function SweepSection() {
  const studies = useStudies();
  const words = useCompareText();
  const format = useFormats();
  const sweep = useStudyState((state) => state.sweep);
  const parts = useLabState(({ hyperparameters }) => hyperparameters.accumulate ?? 1);
  return (
    <>
      <p className={css.note}>
        {words.sweepIntro({ steps: format.count(sweepSteps), seeds: format.count(sweepSeeds) })}{' '}
        {parts > 1 && words.sweepParts(format.count(parts))}
      </p>
      <div className={css.row}>
        <Study id="sweep" name={words.runSweep} onRun={() => void studies.runSweep()} />
        <Live />
      </div>
      <Failure />
      <Outcome of="sweep">{sweep !== null && <SweepMapPlot sweep={sweep} />}</Outcome>
      <RangeTest />
    </>
  );
}

/** Sweeps again whenever a setting changes. */
function Live() {
  const lab = useLab();
  const studies = useStudies();
  const words = useCompareText();
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    if (!isLive) return;
    let timer = setTimeout(() => void studies.runSweep(), 0);
    const end = lab.store.subscribe((state, before) => {
      if (state.config === before.config && state.hyperparameters === before.hyperparameters) return;
      clearTimeout(timer);
      timer = setTimeout(() => void studies.runSweep(), liveDelay);
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [isLive, lab, studies]);
  return (
    <label className={css.study}>
      <input type="checkbox" checked={isLive} onChange={(event) => setLive(event.currentTarget.checked)} />
      {words.followSliders}
    </label>
  );
}

/** The other rate of the sentence about a suggestion. */
function comparedWith(suggestion: RateSuggestion): number {
  switch (suggestion.reason) {
    case 'belowTheTurn':
      return suggestion.turn;
    case 'belowTheLimit':
      return suggestion.limit;
    case 'heldWhenTried':
    case 'noneHeld':
      return suggestion.refused;
    default:
      return 0;
  }
}

function RangeTest() {
  const studies = useStudies();
  const race = useRace();
  const lab = useLab();
  const words = useCompareText();
  const format = useFormats();
  const isRateLocked = useIsLocked('learningRate');
  const { readsRateOnce }: Optimizer = optimizers[useLabState((state) => state.config.optimizer)];
  const found = useStudyState((state) => state.rateRange);
  // Rprop takes no notice of a rate that grows.
  const range = readsRateOnce ? null : found;
  const suggestion = range?.suggestion;
  const rate = suggestion !== undefined && 'rate' in suggestion ? suggestion.rate : null;
  const at = suggestion === undefined ? 0 : comparedWith(suggestion);
  return (
    <>
      <h2 className={css.heading}>{words.rateTest}</h2>
      <div className={css.row}>
        {!readsRateOnce && <Study id="rateRange" name={words.runRateTest} onRun={() => void studies.testRates()} />}
        <span className={css.note}>{readsRateOnce ? words.rateTestRprop : words.rateTestIntro}</span>
      </div>
      <Outcome of="rateRange">
        <div className={css.row}>
          {rate !== null && (
            <button
              type="button"
              disabled={isRateLocked}
              onClick={() => {
                const { hyperparameters } = lab.store.getState();
                race.change(0, { hyperparameters: { ...hyperparameters, learningRate: rate } });
              }}
            >
              {words.tryRate(format.number(rate))}
            </button>
          )}
          <span role="status" className={css.note}>
            {suggestion !== undefined &&
              words.reason[suggestion.reason]({ rate: format.number(rate ?? 0), at: format.number(at) })}
          </span>
        </div>
        {range !== null && <RangePlot range={range} suggested={rate} />}
      </Outcome>
    </>
  );
}
