// The noise floor: the cloud in which the page's run ends, measured and predicted, and what half the rate or twice the
// batch would do to it.

import { useEffect, useMemo } from 'react';
import { averages } from '../../lab/compare/overlays.ts';
import type { RunView } from '../../lab/compare/raceState.ts';
import { updatesOf } from '../../lab/epochs.ts';
import type { History } from '../../lab/history.ts';
import { hasLayers } from '../../lab/network.ts';
import { type Covariance, cloudOf, ellipse } from '../../training/objective/noise.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import type { NoiseFloor } from '../../training/theory/noiseFloor.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { Choice } from '../step/Choice.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { useAnswer } from '../useAnswer.ts';
import css from './compare.module.css';
import { useOverlay, useOverlayStore } from './useOverlays.ts';
import { useRuns } from './useRace.ts';
import { useCompareText } from './words.ts';

/** Steps that a measurement needs. */
const fewestSteps = 30;

export function FloorSection() {
  const words = useCompareText();
  const store = useOverlayStore();
  const floor = usePredictions();
  const measured = useMeasured(floor.now);
  useEffect(() => {
    const predicted = floor.now?.kind === 'cloud' ? floor.now : null;
    store.setState({ predicted, measured, averageFrom: measured?.from ?? 0 });
  }, [store, floor, measured]);
  useEffect(() => () => store.setState({ predicted: null, measured: null }), [store]);
  return (
    <>
      <p className={css.note}>{words.floorIntro}</p>
      <Explanation floor={floor.now} measured={measured} />
      <ZoomButton measured={measured} floor={floor.now} />
      <SpreadTable floor={floor} measured={measured?.covariance ?? null} />
      <AverageChoice />
    </>
  );
}

/** Standard deviations of the cloud that the view then shows to each side. */
const zoomReach = 5;

function ZoomButton({ measured, floor }: { readonly measured: Measured | null; readonly floor: NoiseFloor | null }) {
  const lab = useLab();
  const words = useCompareText();
  const cloud = measured ?? (floor?.kind === 'cloud' ? floor : null);
  if (cloud === null) return null;
  const { mean, covariance } = cloud;
  const [reach1, reach2] = [covariance[0], covariance[2]].map((variance) => zoomReach * Math.sqrt(variance));
  if (!(reach1 > 0 && reach2 > 0 && Number.isFinite(reach1 + reach2))) return null;
  return (
    <div className={css.row}>
      <button
        type="button"
        onClick={() =>
          lab.setView({ x: [mean[0] - reach1, mean[0] + reach1], y: [mean[1] - reach2, mean[1] + reach2] })
        }
      >
        {words.zoomToCloud}
      </button>
      <button type="button" onClick={() => lab.resetView()}>
        {words.wholeView}
      </button>
    </div>
  );
}

interface Predictions {
  readonly now: NoiseFloor | null;
  readonly halfRate: NoiseFloor | null;
  /** Also null where the data are fewer than two batches. */
  readonly doubleBatch: NoiseFloor | null;
}

function usePredictions(): Predictions {
  const config = useLabState((state) => state.config);
  const hyperparameters = useLabState((state) => state.hyperparameters);
  const question = useMemo(() => {
    const { learningRate, batchSize } = hyperparameters;
    const changes = [{}, { learningRate: learningRate / 2 }, { batchSize: 2 * batchSize }];
    const isEnough = 2 * batchSize <= trainingCount(config);
    const each = changes.slice(0, isEnough ? 3 : 2).map((change) => ({ ...hyperparameters, ...change }));
    return { config, each };
  }, [config, hyperparameters]);
  const answer = useAnswer('floors', question);
  return useMemo(() => {
    const [now = null, halfRate = null, doubleBatch = null] = answer ?? [];
    return { now, halfRate, doubleBatch };
  }, [answer]);
}

interface Measured {
  readonly mean: readonly [number, number];
  readonly covariance: Covariance;
  readonly from: number;
  readonly steps: number;
}

/**
 * Whether the steps that the log still has are always at the same few places of an epoch. The weights swing with the
 * place, so these are no sample of the cloud.
 */
function isSkewed({ history, config, hyperparameters }: RunView): boolean {
  const { stride } = history.path;
  const perEpoch = updatesOf(trainingCount(config), hyperparameters, config.dropLast);
  // The stride is a power of two.
  return config.sampling !== 'replacement' && stride > 1 && perEpoch > 1 && perEpoch % 2 === 0;
}

/** The cloud of the steps after the start is forgotten; after the first half where nobody knows when that is. */
function useMeasured(floor: NoiseFloor | null): Measured | null {
  const [own] = useRuns();
  const { history, cursor } = own;
  const lastEdit = history.edits.at(-1)?.step ?? 0;
  const transient = floor?.kind === 'cloud' ? floor.transient : Math.ceil((cursor - lastEdit) / 2);
  const from = lastEdit + transient;
  const skewed = isSkewed(own);
  const { plane } = history.path;
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another plane it is another cloud
  return useMemo(() => (skewed ? null : measure(history, from, cursor)), [skewed, history, plane, from, cursor]);
}

function measure(history: History, from: number, to: number): Measured | null {
  const { path } = history;
  if (to - from < fewestSteps) return null;
  const [first, last] = [Math.ceil(from / path.stride), path.rowsUpTo(to)];
  if (last - first < fewestSteps) return null;
  const { x, y } = path;
  const pairs = new Float64Array(2 * (last - first));
  for (let row = first; row < last; row++) pairs.set([x[row], y[row]], 2 * (row - first));
  return { ...cloudOf(pairs), from, steps: to - from };
}

function Explanation(props: FloorProps) {
  return [useAboutPrediction(props), useAboutMeasurement(props)].map((sentence) => <p key={sentence}>{sentence}</p>);
}

interface FloorProps {
  readonly floor: NoiseFloor | null;
  readonly measured: Measured | null;
}

function useAboutPrediction({ floor }: FloorProps): string {
  const words = useCompareText();
  const sampling = useLabState((state) => state.config.sampling);
  const isNetwork = useLabState((state) => hasLayers(state.config));
  if (isNetwork) return words.floorPairs;
  if (floor === null) return words.floorNone;
  if (floor.kind === 'cloud') return floor.exactFor === 'sampling' ? words.floorExact : words.floorUpper;
  return sampling === 'reshuffle' ? words.floorUnstableDrawn : words.floorUnstable;
}

function useAboutMeasurement({ floor, measured }: FloorProps): string {
  const words = useCompareText();
  const format = useFormats();
  const [own] = useRuns();
  const cloud = floor?.kind === 'cloud' ? floor : null;
  if (isSkewed(own)) return words.floorThinned({ stride: format.count(own.history.path.stride) });
  if (measured === null)
    return cloud === null ? words.floorMissing : words.transient({ steps: format.count(cloud.transient) });
  const from = cloud === null ? words.measureHalf : words.measureFrom(format.count(measured.from));
  return `${from} ${words.samples({ steps: format.count(measured.steps) })}`;
}

function SpreadTable({ floor, measured }: { readonly floor: Predictions; readonly measured: Covariance | null }) {
  const words = useCompareText();
  const format = useFormats();
  const row = (name: string, key: string, covariance: Covariance | null, line?: 'measured' | 'predicted') => {
    const [long, short] = covariance === null ? [Number.NaN, Number.NaN] : ellipse(covariance, 1).semiAxes;
    return (
      <tr key={key}>
        <th scope="row">
          {line !== undefined && <span className={css.lineKey} data-line={line} />} {name}
        </th>
        <td>{format.number(long)}</td>
        <td>{format.number(short)}</td>
      </tr>
    );
  };
  const covarianceOf = (prediction: NoiseFloor | null): Covariance | null =>
    prediction?.kind === 'cloud' ? prediction.covariance : null;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{words.spreadAlong}</th>
          <th scope="col">{words.alongLong}</th>
          <th scope="col">{words.alongShort}</th>
        </tr>
      </thead>
      <tbody>
        {row(words.measured, 'measured', measured, 'measured')}
        {floor.now !== null && row(words.predicted, 'now', covarianceOf(floor.now), 'predicted')}
        {floor.now !== null && row(`${words.predicted}, ${words.halveRate}`, 'half', covarianceOf(floor.halfRate))}
        {floor.doubleBatch !== null &&
          row(`${words.predicted}, ${words.doubleBatch}`, 'double', covarianceOf(floor.doubleBatch))}
      </tbody>
    </table>
  );
}

function AverageChoice() {
  const words = useCompareText();
  const store = useOverlayStore();
  const average = useOverlay((overlays) => overlays.average);
  return (
    <Choice
      label={words.average}
      values={averages}
      words={words.averages}
      chosen={average}
      onChoose={(next) => store.setState({ average: next })}
    />
  );
}
