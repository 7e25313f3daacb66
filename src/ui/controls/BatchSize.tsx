// The batch size: a slider from one example to all of them that reaches both ends easily, a field to type it, and what it
// decides of an update.

import { useMemo } from 'react';
import { updateNoise } from '../../lab/batchNoise.ts';
import { updatesOf } from '../../lab/epochs.ts';
import { batchSizeField } from '../../lab/fields.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import { LazyTerm } from '../glossary/LazyTerm.tsx';
import { Lockable } from '../host/Control.tsx';
import { useIsHidden } from '../host/HostContext.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useRunText } from '../text/runText.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
import css from './controls.module.css';
import { NumberInput } from './NumberInput.tsx';
import { batchSizeStops, nearestStop } from './scales.ts';

export function BatchSize() {
  const lab = useLab();
  const { page } = useText();
  const run = useRunText();
  const format = useFormats();
  // What the control shows besides its value stays where the control is left out.
  const isHidden = useIsHidden('batchSize');
  const size = useLabState((state) => state.hyperparameters.batchSize);
  const count = useLabState((state) => trainingCount(state.config));
  const dropLast = useLabState((state) => state.config.dropLast);
  const stops = useMemo(() => batchSizeStops(count), [count]);
  const set = (batchSize: number): void => lab.setHyperparameters({ batchSize });
  const accumulate = useLabState((state) => state.hyperparameters.accumulate ?? 1);
  const perEpoch = updatesOf(count, { batchSize: size, accumulate }, dropLast);
  const steps = run.stepsPerEpoch({ steps: format.count(perEpoch), single: perEpoch === 1 });
  return (
    <div className={css.slider}>
      <div className={css.sliderHead}>
        <span className={css.label} data-quantity="batch">
          <LazyTerm id="batchSize">{page.batchSize}</LazyTerm>
        </span>
        {isHidden ? (
          <b>{format.count(size)}</b>
        ) : (
          <Lockable name="batchSize">
            <NumberInput
              field={{ ...batchSizeField, label: page.batchSize, max: count }}
              label={run.typed(page.batchSize)}
              value={size}
              onCommit={set}
            />
          </Lockable>
        )}
      </div>
      {!isHidden && (
        <Lockable name="batchSize">
          <input
            className={css.range}
            type="range"
            min={1}
            max={stops.length}
            value={nearestStop(stops, size) + 1}
            aria-label={page.batchSize}
            aria-valuetext={`${format.count(size)}, ${steps}`}
            onChange={(event) => set(stops[event.currentTarget.valueAsNumber - 1])}
          />
        </Lockable>
      )}
      <div className={`${css.sliderFoot} ${css.update}`}>
        <span>{steps}</span>
        <UpdateNoise />
      </div>
    </div>
  );
}

function UpdateNoise() {
  const run = useRunText();
  const format = useFormats();
  const config = useLabState((state) => state.config);
  const hyperparameters = useLabState((state) => state.hyperparameters);
  const { noise, cost } = updateNoise(config, hyperparameters);
  return (
    <>
      {noise !== null && (
        <span title={run.updateNoiseMeaning}>
          {run.updateNoise(noise === 0 || noise === 1 ? format.count(noise) : format.figures(noise, 2))}
        </span>
      )}
      <span title={run.updateCostMeaning}>{run.updateCost(format.count(cost))}</span>
    </>
  );
}
