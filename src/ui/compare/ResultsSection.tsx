// The table of results: what each run needed to reach a loss, and where it is now. Sorted by any column, saved as CSV.

import { useEffect, useMemo, useRef, useState } from 'react';
import { download } from '../../embed/capabilities.ts';
import { csvText } from '../../export/csvCell.ts';
import type { RunView } from '../../lab/compare/raceState.ts';
import {
  type AskFirstBelow,
  lastWeights,
  type Result,
  type ResultColumn,
  resultColumns,
  resultOf,
  sortResults,
  TargetSearch,
} from '../../lab/compare/results.ts';
import { answerOf } from '../../lab/latest.ts';
import { hasLayers } from '../../lab/network.ts';
import { markOf, usualStyle } from '../../training/table/tableStyle.ts';
import { joined } from '../../training/vector.ts';
import { NumberInput } from '../controls/NumberInput.tsx';
import foldingCss from '../folding.module.css';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { useAnswer } from '../useAnswer.ts';
import { Machine } from './ClockControls.tsx';
import css from './compare.module.css';
import { Swatch } from './Swatch.tsx';
import { useRace, useRaceState, useRuns } from './useRace.ts';
import { useCompareText } from './words.ts';

interface Order {
  readonly column: ResultColumn | 'letter';
  readonly isDescending: boolean;
}

export function ResultsSection() {
  const race = useRace();
  const words = useCompareText();
  const all = useRuns();
  const runs = useMemo(() => all.filter(({ slot }) => slot !== null), [all]);
  const target = useTarget();
  const results = useResults(runs, target);
  const [order, setOrder] = useState<Order>({ column: 'letter', isDescending: false });
  const format = useFormats();
  const isNetwork = useLabState((state) => hasLayers(state.config));
  const sorted = sortResults(results, order.column, order.isDescending);
  const field = {
    kind: 'number',
    name: 'targetLoss',
    label: words.targetLoss,
    default: 1,
    min: 1e-12,
    max: 1e12,
  } as const;
  return (
    <>
      <div className={css.row}>
        <span className={css.knob}>
          <span aria-hidden="true">{words.targetLoss}</span>
          <NumberInput
            field={field}
            value={target}
            step={10 ** (Math.floor(Math.log10(target)) - 1)}
            onCommit={(targetLoss) => race.setClock({ targetLoss })}
          />
        </span>
        <button type="button" onClick={() => save(sorted, target, format.marks.decimal)}>
          {words.exportCsv}
        </button>
      </div>
      <ResultsTable results={sorted} order={order} onOrder={setOrder} />
      <p className={css.note}>
        {words.resultsNote(format.number(target))} {isNetwork && words.distancePairs}
      </p>
      <Machine />
    </>
  );
}

/** The loss that counts as reached: the reader's, or a tenth of the way from the lowest that is known to the start's. */
function useTarget(): number {
  const chosen = useRaceState((state) => state.targetLoss);
  const config = useLabState((state) => state.config);
  const question = useMemo(() => ({ config }), [config]);
  const usual = useAnswer('usualTarget', question);
  return chosen ?? usual ?? 1;
}

/** The results so far; the logs are looked through a little at a time. */
function useResults(runs: readonly RunView[], target: number): readonly Result[] {
  const race = useRace();
  const config = useLabState((state) => state.config);
  const hardware = useRaceState((state) => state.hardware);
  const stepsOf = useTargetSteps(runs, target);
  const question = useMemo(() => {
    const known = runs.flatMap((run) => lastWeights(run) ?? []);
    if (known.length < runs.length) return null;
    const calm = known.filter((weights, place) => weights.length === 2 && runs[place].end !== 'diverged');
    return { config, weights: joined(known), from: calm.map(([w1, w2]) => [w1, w2] as const) };
  }, [config, runs]);
  const standings = useAnswer('standings', question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: times follow the machine
  return useMemo(() => {
    const { losses = [], minimum = null } = standings ?? {};
    return runs.map((run, place) =>
      resultOf(race, run, stepsOf.get(run.letter) ?? null, losses[place] ?? Number.NaN, minimum),
    );
  }, [race, runs, standings, stepsOf, hardware]);
}

/** The steps that each run took to the target, by its letter, as far as was looked. */
function useTargetSteps(runs: readonly RunView[], target: number): ReadonlyMap<string, number | null> {
  const { desk } = useLab();
  const config = useLabState((state) => state.config);
  const searches = useRef(new Map<string, TargetSearch>());
  const [found, setFound] = useState<ReadonlyMap<string, number | null>>(new Map());
  useEffect(() => {
    let isOver = false;
    const ask: AskFirstBelow = (weights, wanted) => answerOf(desk, 'firstBelow', { config, weights, target: wanted });
    const look = async (): Promise<void> => {
      const own = runs.map((run) => [run.letter, searchOf(searches.current, run, target)] as const);
      let isMore = true;
      while (isMore && !isOver) {
        isMore = false;
        for (const [, search] of own) if (!isOver && (await search.look(ask))) isMore = true;
        if (!isOver) setFound(new Map(own.map(([letter, search]) => [letter, search.found])));
      }
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [desk, config, runs, target]);
  return found;
}

function searchOf(searches: Map<string, TargetSearch>, { letter, history }: RunView, target: number): TargetSearch {
  const known = searches.get(letter);
  if (known?.fits(history, target)) return known;
  const search = new TargetSearch(history, target);
  searches.set(letter, search);
  return search;
}

function save(results: readonly Result[], target: number, decimal: string): void {
  const headings = ['run', ...resultColumns.slice(0, 4).map((name) => `${name} to loss ${target}`), 'loss', 'distance'];
  const rows = results.map((result) => [result.letter, ...resultColumns.map((column) => result[column] ?? '')]);
  const style = usualStyle(decimal);
  download('contenders.csv', new Blob([markOf(style), csvText([headings, ...rows], style)], { type: 'text/csv' }));
}

interface ResultsTableProps {
  readonly results: readonly Result[];
  readonly order: Order;
  onOrder(order: Order): void;
}

function ResultsTable({ results, order, onOrder }: ResultsTableProps) {
  const words = useCompareText();
  const format = useFormats();
  const runs = useRuns();
  const best = (column: ResultColumn): number =>
    Math.min(
      ...results.map((result) => result[column] ?? Number.POSITIVE_INFINITY).filter((value) => !Number.isNaN(value)),
    );
  const write = (column: ResultColumn, value: number | null): string => {
    if (value === null) return words.notYet;
    return column === 'steps' || column === 'examples' ? format.count(value) : format.number(value);
  };
  const heading = (column: Order['column'], name: string) => (
    <th
      key={column}
      scope="col"
      aria-sort={order.column === column ? (order.isDescending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        title={words.sortBy(name)}
        onClick={() => onOrder({ column, isDescending: order.column === column && !order.isDescending })}
      >
        {name} {order.column === column && (order.isDescending ? '▾' : '▴')}
      </button>
    </th>
  );
  return (
    <table className={`${css.table} ${foldingCss.folding}`} aria-label={words.results}>
      <thead>
        <tr>
          {heading('letter', words.name)}
          {resultColumns.map((column) => heading(column, words[column]))}
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <tr key={result.letter} data-contender={result.letter}>
            <th scope="row">
              <Swatch run={runs.find(({ letter }) => letter === result.letter) ?? { slot: 0 }} /> {result.letter}
            </th>
            {resultColumns.map((column) => (
              <td key={column} data-best={(results.length > 1 && result[column] === best(column)) || undefined}>
                {write(column, result[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
