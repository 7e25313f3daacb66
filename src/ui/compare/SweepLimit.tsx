// The limit of stability over the map of a sweep: theory's largest rate for each batch size.

import { useEffect, useState } from 'react';
import { type CellGrid, cellBox } from '../../drawing/heatMap.ts';
import type { Sweep } from '../../lab/compare/studies.ts';
import { generateExamples } from '../../training/run/configuration.ts';
import { largestStableRate } from '../../training/theory/noiseFloor.ts';
import { selectStabilityLimit } from '../controls/stabilityMark.ts';
import { useLabState } from '../LabContext.tsx';
import css from './compare.module.css';
import { rateScale } from './rateScale.ts';
import { useCompareText } from './words.ts';

/** The largest stable rate of each batch size, found one after the other so that the page stays at hand. */
function useLimits({ request }: Sweep): readonly number[] {
  const [limits, setLimits] = useState<readonly number[]>([]);
  // A sweep begun anew on the same data has the same limits.
  const key = JSON.stringify(request);
  useEffect(() => {
    const { config, hyperparameters, batchSizes } = JSON.parse(key) as Sweep['request'];
    const examples = generateExamples(config);
    const found: number[] = [];
    let timer = setTimeout(next, 0);
    function next(): void {
      const limit = largestStableRate(config, { ...hyperparameters, batchSize: batchSizes[found.length] }, examples);
      if (limit !== null) found.push(limit);
      if (limit !== null && found.length < batchSizes.length) timer = setTimeout(next, 0);
      else setLimits(found);
    }
    return () => clearTimeout(timer);
  }, [key]);
  return limits;
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
  const isLeft = last > plot.right - letterWidth * name.length;
  return (
    <>
      <polyline className={css.limit} points={points.join(' ')} />
      <text
        className={css.limitName}
        x={isLeft ? last - 6 : last + 6}
        y={plot.top + 13}
        textAnchor={isLeft ? 'end' : 'start'}
      >
        {name}
      </text>
    </>
  );
}
