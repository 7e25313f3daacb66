// How much the mini-batch gradient depends on the draw: 500 other batches at held weights, measured and predicted.

import { type ReactNode, useEffect, useMemo } from 'react';
import { hasLayers } from '../../lab/network.ts';
import { drawCount } from '../../lab/pictures.ts';
import type { Sampling } from '../../training/batches.ts';
import type { Covariance } from '../../training/objective/noise.ts';
import { microBatchSizes, noiseFactor, sumOfSquares } from '../../training/objective/noiseFactor.ts';
import type { NoiseReply } from '../../training/run/batchDraws.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import type { Quantity } from '../quantity.ts';
import type { Formats } from '../text/format.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
import css from './step.module.css';
import { type StepText, useStepText } from './words.ts';

export function NoisePanel() {
  const lab = useLab();
  const step = useStepText();
  const { page } = useText();
  const format = useFormats();
  const sample = useReadableState((state) => state.draws?.sample ?? null);
  const seed = useLabState((state) => state.layers.resampleSeed);
  const sizes = useSizes();
  const isReady = useLabState((state) => state.detail !== null && state.examples !== null);
  useEffect(() => {
    lab.wantDraws(true);
    return () => lab.wantDraws(false);
  }, [lab]);
  if (!isReady) return <p>{page.waiting}</p>;
  return (
    <div className={css.view}>
      <p className={css.words}>{introOf(step, format, sizes)}</p>
      <button type="button" onClick={() => lab.setLayers({ resampleSeed: (seed ?? 0) + 1 })}>
        {seed === null ? step.resample : step.resampleAgain}
      </button>
      {sample !== null && <Measures sample={sample} />}
    </div>
  );
}

/** The micro-batches of an update, of which the first of an epoch has all. */
function useSizes(): readonly number[] {
  const { batchSize, accumulate = 1 } = useLabState((state) => state.hyperparameters);
  const count = useLabState((state) => trainingCount(state.config));
  return useMemo(() => microBatchSizes({ batchSize, accumulate }, count), [batchSize, accumulate, count]);
}

function introOf(step: StepText, { count }: Formats, sizes: readonly number[]): string {
  const [draws, size] = [count(drawCount), count(sizes[0])];
  if (sizes.length === 1) return step.noiseIntro({ draws, size });
  const last = sizes[sizes.length - 1];
  return step.noiseIntroOfParts({
    ...{ draws, size, parts: count(sizes.length), last: last === sizes[0] ? null : count(last) },
  });
}

/** The factor in numbers, by the formula that holds for these sizes. */
function factorWords(step: StepText, { count, number }: Formats, sizes: readonly number[], of: Drawn): string {
  const value = number(noiseFactor(sizes, of.examples, of.sampling));
  const size = sizes.reduce((sum, part) => sum + part, 0);
  const isDrawn = of.sampling === 'replacement';
  if (sizes.some((part) => part !== sizes[0])) {
    const uneven = { parts: count(sizes.length), square: number(sumOfSquares(sizes)) };
    return isDrawn
      ? step.factorUnevenWith(uneven)
      : step.factorUnevenWithout({ ...uneven, count: count(of.examples), value });
  }
  return isDrawn
    ? step.factorWith({ size: count(size), value })
    : step.factorWithout({ size: count(size), count: count(of.examples), value });
}

interface Drawn {
  readonly examples: number;
  readonly sampling: Sampling;
}

function Measures({ sample }: { readonly sample: NoiseReply }) {
  const step = useStepText();
  const format = useFormats();
  const sizes = useSizes();
  const examples = useLabState((state) => trainingCount(state.config));
  const sampling = useLabState((state) => state.config.sampling);
  const isNetwork = useLabState((state) => hasLayers(state.config));
  if (noiseFactor(sizes, examples, sampling) === 0) return <p className={css.words}>{step.noNoise}</p>;
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
        {step.factor}: {factorWords(step, format, sizes, { examples, sampling })}
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
