// How much the mini-batch gradient depends on the draw: 500 other batches at held weights, measured and predicted.

import { type ReactNode, useEffect } from 'react';
import { hasLayers } from '../../lab/network.ts';
import { drawCount } from '../../lab/pictures.ts';
import type { LabState } from '../../lab/store.ts';
import { type Covariance, noiseFactor } from '../../training/objective/noise.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import type { NoiseReply } from '../../training/run/measures.ts';
import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import type { Quantity } from '../quantity.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
import css from './step.module.css';
import { useStepText } from './words.ts';

export function NoisePanel() {
  const lab = useLab();
  const step = useStepText();
  const { page } = useText();
  const format = useFormats();
  const sample = useReadableState((state) => state.draws?.sample ?? null);
  const seed = useLabState((state) => state.layers.resampleSeed);
  const size = useLabState((state) => state.hyperparameters.batchSize);
  const isReady = useLabState((state) => state.detail !== null && state.examples !== null);
  useEffect(() => {
    lab.wantDraws(true);
    return () => lab.wantDraws(false);
  }, [lab]);
  if (!isReady) return <p>{page.waiting}</p>;
  return (
    <div className={css.view}>
      <p className={css.words}>{step.noiseIntro({ draws: format.count(drawCount), size: format.count(size) })}</p>
      <button type="button" onClick={() => lab.setLayers({ resampleSeed: (seed ?? 0) + 1 })}>
        {seed === null ? step.resample : step.resampleAgain}
      </button>
      {sample !== null && <Measures sample={sample} />}
    </div>
  );
}

const sizeOf = (state: LabState): number => state.hyperparameters.batchSize;

function Measures({ sample }: { readonly sample: NoiseReply }) {
  const step = useStepText();
  const { count, number } = useFormats();
  const size = useLabState(sizeOf);
  const examples = useLabState((state) => trainingCount(state.config));
  const sampling = useLabState((state) => state.config.sampling);
  const isNetwork = useLabState((state) => hasLayers(state.config));
  const factor = number(noiseFactor(size, examples, sampling));
  if (sampling !== 'replacement' && size === examples) return <p className={css.words}>{step.noNoise}</p>;
  return (
    <>
      <table className={css.values}>
        <thead>
          <tr>
            <th scope="col">{step.deviation}</th>
            <th scope="col">{isNetwork ? step.alongX : step.alongW1}</th>
            <th scope="col">{isNetwork ? step.alongY : step.alongW2}</th>
            <th scope="col">{step.correlation}</th>
          </tr>
        </thead>
        <tbody>
          <Deviations of="full-gradient" name={step.predicted} covariance={sample.predicted} />
          <Deviations of="batch-gradient" name={step.measured} covariance={sample.measured.covariance} />
        </tbody>
      </table>
      <p className={css.words}>
        {step.factor}:{' '}
        {sampling === 'replacement'
          ? step.factorWith({ size: count(size), value: factor })
          : step.factorWithout({ size: count(size), count: count(examples), value: factor })}
      </p>
      {isNetwork && <TotalVariance total={sample.totalVariance} />}
      <p className={css.note}>{step.noiseCaption}</p>
    </>
  );
}

/** Over all weights, whatever the plane shows of it. */
function TotalVariance({ total }: { readonly total: NoiseReply['totalVariance'] }) {
  const step = useStepText();
  const { number } = useFormats();
  const { measured, predicted } = total;
  return (
    <p className={css.words} data-testid="noise-total" data-values={`${predicted},${measured}`}>
      {step.totalVariance({ measured: number(measured), predicted: number(predicted) })}
    </p>
  );
}

interface DeviationsProps {
  readonly of: Quantity;
  readonly name: ReactNode;
  readonly covariance: Covariance;
}

function Deviations({ of, name, covariance: [c11, c12, c22] }: DeviationsProps) {
  const { number } = useFormats();
  const values = [Math.sqrt(c11), Math.sqrt(c22), c12 / Math.sqrt(c11 * c22)];
  return (
    <tr data-testid={`noise-${of}`} data-values={values.join(',')}>
      <th scope="row" data-quantity={of}>
        {name}
      </th>
      {values.map((value, place) => (
        <td key={place} data-quantity={of}>
          {number(value)}
        </td>
      ))}
    </tr>
  );
}
