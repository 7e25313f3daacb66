// The table of results: what each run needed to reach a loss, and where it is now. Sorted by any column, saved as CSV.

import { useEffect, useMemo, useRef, useState } from 'react';
import { download } from '../../embed/capabilities.ts';
import { csvCell } from '../../export/csv.ts';
import type { RunView } from '../../lab/compare/raceState.ts';
import {
  lastWeights,
  lowestMinimum,
  type Result,
  type ResultColumn,
  resultColumns,
  resultOf,
  sortResults,
  TargetSearch,
} from '../../lab/compare/results.ts';
import type { Examples } from '../../training/examples.ts';
import { sampleMeanLoss } from '../../training/objective/lossSurface.ts';
import { resolvePair } from '../../training/run/configuration.ts';
import type { Weights } from '../../training/vector.ts';
import { NumberInput } from '../controls/NumberInput.tsx';
import foldingCss from '../folding.module.css';
import { useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
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
        <button type="button" onClick={() => save(sorted, target)}>
          {words.exportCsv}
        </button>
      </div>
      <ResultsTable results={sorted} order={order} onOrder={setOrder} />
      <p className={css.note}>{words.resultsNote(format.number(target))}</p>
      <Machine />
    </>
  );
}

/** The loss that counts as reached: the reader's, or a tenth of the way from the lowest that is known to the start's. */
function useTarget(): number {
  const chosen = useRaceState((state) => state.targetLoss);
  const config = useLabState((state) => state.config);
  const examples = useLabState((state) => state.examples);
  const usual = useMemo(() => {
    if (examples === null) return 1;
    const setting = resolvePair(config);
    const lowest = lowestMinimum(setting, examples, [config.start, ...middleOf(setting)]);
    const places = Float64Array.from([...config.start, ...(lowest ?? config.start)]);
    const [high, low] = sampleMeanLoss(setting.model, setting.loss, examples, places);
    return Number((low + 0.1 * (high - low)).toPrecision(2)) || 1;
  }, [config, examples]);
  return chosen ?? usual;
}

/** The middle of the domain, from which the way down is another one than from the start. */
function middleOf({ problem, settings }: ReturnType<typeof resolvePair>): readonly Weights[] {
  const { x: w1, y: w2 } = problem.domain(settings);
  return [[(w1[0] + w1[1]) / 2, (w2[0] + w2[1]) / 2]];
}

/** The results so far; the logs are looked through a little with every frame. */
function useResults(runs: readonly RunView[], target: number): readonly Result[] {
  const race = useRace();
  const config = useLabState((state) => state.config);
  const examples = useLabState((state) => state.examples);
  const hardware = useRaceState((state) => state.hardware);
  const searches = useRef(new Map<string, TargetSearch>());
  const [looks, setLooks] = useState(0);
  const setting = useMemo(() => resolvePair(config), [config]);
  useEffect(() => {
    if (examples === null) return;
    let frame = requestAnimationFrame(function look() {
      const isUnfinished = runs.map((run) => searchOf(searches.current, run, target).look(setting, examples));
      setLooks((count) => count + 1);
      if (isUnfinished.some(Boolean)) frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [runs, target, setting, examples]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the searches change with every look
  return useMemo(
    () => (examples === null ? [] : resultsOf({ race, runs, searches: searches.current, target, setting, examples })),
    [race, runs, examples, setting, target, hardware, looks],
  );
}

function searchOf(searches: Map<string, TargetSearch>, { letter, history }: RunView, target: number): TargetSearch {
  const known = searches.get(letter);
  if (known?.fits(history, target)) return known;
  const search = new TargetSearch(history, target);
  searches.set(letter, search);
  return search;
}

interface ResultsRequest {
  readonly race: ReturnType<typeof useRace>;
  readonly runs: readonly RunView[];
  readonly searches: Map<string, TargetSearch>;
  readonly target: number;
  readonly setting: ReturnType<typeof resolvePair>;
  readonly examples: Examples;
}

function resultsOf({ race, runs, searches, target, setting, examples }: ResultsRequest): readonly Result[] {
  const calm = runs.filter(({ end }) => end !== 'diverged').map(lastWeights);
  const minimum = lowestMinimum(setting, examples, [...calm, ...middleOf(setting)]);
  return runs.map((run) => resultOf(race, run, searchOf(searches, run, target).found, setting, examples, minimum));
}

function save(results: readonly Result[], target: number): void {
  const headings = ['run', ...resultColumns.slice(0, 4).map((name) => `${name} to loss ${target}`), 'loss', 'distance'];
  const rows = results.map((result) => [result.letter, ...resultColumns.map((column) => result[column] ?? '')]);
  const text = [headings, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n');
  download('contenders.csv', new Blob([`${text}\r\n`], { type: 'text/csv' }));
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
