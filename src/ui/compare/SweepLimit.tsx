// The limit of stability over the map of a sweep: theory's largest rate for each batch size.

import { useMemo } from 'react';
import { type CellGrid, cellBox } from '../../drawing/heatMap.ts';
import { limitNamePlace } from '../../drawing/sweepMarks.ts';
import type { Sweep } from '../../lab/compare/studies.ts';
import type { TaskRequest } from '../../training/studies/tasks.ts';
import { selectStabilityLimit } from '../controls/stabilityMark.ts';
import { useLabState } from '../LabContext.tsx';
import { useAnswer } from '../useAnswer.ts';
import css from './compare.module.css';
import { rateScale } from './rateScale.ts';
import { useCompareText } from './words.ts';

/** The largest stable rate of each batch size; none where theory knows none. */
function useLimits({ request }: Sweep): readonly number[] {
  const { config, hyperparameters, batchSizes } = request;
  // A sweep begun anew on the same data has the same limits.
  const key = JSON.stringify({ config, hyperparameters, batchSizes });
  const question = useMemo(() => JSON.parse(key) as TaskRequest<'stableRates'>, [key]);
  return useAnswer('stableRates', question) ?? [];
}

/** About the width of a letter of the limit's name, in pixels. */
const letterWidth = 6;

export function SweepLimit({ sweep, grid }: { readonly sweep: Sweep; readonly grid: CellGrid }) {
  const words = useCompareText();
  const limits = useLimits(sweep);
  const flat = useLabState(selectStabilityLimit);
  const { plot, rows } = grid;
  const x = rateScale(sweep, grid);
  const of = (row: number): number => limits[row] ?? flat ?? Number.POSITIVE_INFINITY;
  const isWithin = (at: number): boolean => at > plot.left + 0.5 && at < plot.right - 0.5;
  const points = Array.from({ length: rows }, (_, row) => row)
    .filter((row) => isWithin(x(of(row))))
    .flatMap((row) => {
      const { top, bottom } = cellBox(grid, 0, row);
      return [`${x(of(row))},${bottom}`, `${x(of(row))},${top}`];
    });
  if (points.length === 0) return null;
  const last = x(of(rows - 1));
  // What theory gives for reshuffled batches is the limit of drawing with replacement; the flat one is of all data.
  const isOfDraws = limits.length > 0 && sweep.request.config.sampling === 'reshuffle';
  const name = isOfDraws ? words.stabilityOfDraws : words.stability;
  const place = limitNamePlace(plot, last, letterWidth * name.length);
  return (
    <>
      <polyline className={css.limit} points={points.join(' ')} />
      <text className={css.limitName} x={place.x} y={plot.top + 13} textAnchor={place.anchor}>
        {name}
      </text>
    </>
  );
}
