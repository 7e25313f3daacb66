// The map of a sweep: a cell per learning rate and batch size, the limit of stability over it, and the cell pointed at in
// words. A click, or Enter, makes a cell a contender.

import { type KeyboardEvent, type MouseEvent, useCallback, useMemo, useState } from 'react';
import { type CellGrid, cellAt, cellBox } from '../../drawing/heatMap.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import { colourTable, type Palette, tableColour } from '../../drawing/palette.ts';
import { sweepMarks } from '../../drawing/sweepMarks.ts';
import { heightOf, widthOf } from '../../drawing/viewport.ts';
import { isModified } from '../../embed/keyUse.ts';
import { mostContenders, slots } from '../../lab/compare/contender.ts';
import type { Sweep } from '../../lab/compare/studies.ts';
import { withinEpoch } from '../../lab/defaults.ts';
import { useIsLocked } from '../host/HostContext.tsx';
import { useLab } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { PlotSvg, placeIn } from '../plots/PlotSvg.tsx';
import plotCss from '../plots/plots.module.css';
import { usePalette } from '../plots/usePalette.ts';
import { usePlotSize } from '../plots/usePlotSize.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
import css from './compare.module.css';
import { rateScale } from './rateScale.ts';
import { SweepLimit } from './SweepLimit.tsx';
import { useRace } from './useRace.ts';
import { useCompareText } from './words.ts';

type Cell = readonly [column: number, row: number];

export function SweepMapPlot({ sweep }: { readonly sweep: Sweep }) {
  const words = useCompareText();
  const { ref, size } = usePlotSize<HTMLElement>();
  const palette = usePalette(ref);
  const [cell, setCell] = useState<Cell | null>(null);
  const { columns, rows } = sweep.map;
  const grid = useMemo((): CellGrid | null => {
    const plot = { left: 46, top: 8, right: size.width - 10, bottom: size.height - 34 };
    return widthOf(plot) > 60 && heightOf(plot) > 40 ? { plot, columns, rows } : null;
  }, [size, columns, rows]);
  return (
    <div>
      <div className={css.map}>
        <figure ref={ref} className={plotCss.figure} aria-label={words.sweepMap}>
          {grid !== null && palette !== null && (
            <>
              <CellsCanvas sweep={sweep} grid={grid} palette={palette} />
              <PlotSvg size={size}>
                <MapAxes sweep={sweep} grid={grid} />
                <SweepLimit sweep={sweep} grid={grid} />
                <Cells sweep={sweep} grid={grid} cell={cell} onCell={setCell} />
              </PlotSvg>
            </>
          )}
        </figure>
      </div>
      {palette !== null && <Key palette={palette} />}
      <p aria-live="polite">{useCellWords()(sweep, cell)}</p>
    </div>
  );
}

/** From low to high: of one hue, since the numbers have an order. */
const rampOf = (palette: Palette): Uint32Array => colourTable(palette['full-gradient'], palette.paper);

function CellsCanvas({
  sweep,
  grid,
  palette,
}: {
  readonly sweep: Sweep;
  readonly grid: CellGrid;
  readonly palette: Palette;
}) {
  const paint = useCallback(
    ({ context }: PlotCanvas): undefined => {
      paintMarks(context, palette, sweepMarks(sweep.map.median, grid, rampOf(palette)));
    },
    [sweep, grid, palette],
  );
  return <CanvasLayer bounds={grid.plot} paint={paint} />;
}

function Key({ palette }: { readonly palette: Palette }) {
  const words = useCompareText();
  const table = rampOf(palette);
  const stops = [0, 0.25, 0.5, 0.75, 1].map((share) => tableColour(table, share)).join(', ');
  return (
    <div className={css.key}>
      <span>{words.low}</span>
      <span className={css.ramp} style={{ background: `linear-gradient(to right, ${stops})` }} />
      <span>{words.high}</span>
      <span>
        <span className={css.chip} style={{ background: palette.line }} />
        {words.divergedCells}
      </span>
    </div>
  );
}

function MapAxes({ sweep, grid }: { readonly sweep: Sweep; readonly grid: CellGrid }) {
  const words = useCompareText();
  const { page } = useText();
  const format = useFormats();
  const { plot, rows } = grid;
  const x = rateScale(sweep, grid);
  const every = Math.ceil((14 * rows) / heightOf(plot));
  const powers = x.ticks(10).filter((rate) => Math.abs(Math.log10(rate) - Math.round(Math.log10(rate))) < 1e-9);
  return (
    <g className={css.mapAxes}>
      <rect className={plotCss.frame} x={plot.left} y={plot.top} width={widthOf(plot)} height={heightOf(plot)} />
      {sweep.request.batchSizes.map((size, row) => {
        const { top, bottom } = cellBox(grid, 0, row);
        // Counted from the top, so that the full batch has its label.
        return (rows - 1 - row) % every === 0 ? (
          <text key={size} x={plot.left - 5} y={(top + bottom) / 2} dy="0.34em" textAnchor="end">
            {format.count(size)}
          </text>
        ) : null;
      })}
      {powers.map((rate) => (
        <text key={rate} x={x(rate)} y={plot.bottom + 14} textAnchor="middle">
          {format.number(rate)}
        </text>
      ))}
      <text x={plot.right} y={plot.bottom + 30} textAnchor="end" fontStyle="italic">
        {words.rateAxis}
      </text>
      <text x={4} y={plot.bottom + 30} fontStyle="italic">
        ↑ {page.batchSize}
      </text>
    </g>
  );
}

interface CellsProps {
  readonly sweep: Sweep;
  readonly grid: CellGrid;
  readonly cell: Cell | null;
  onCell(cell: Cell | null): void;
}

function Cells({ sweep, grid, cell, onCell }: CellsProps) {
  const words = useCompareText();
  const load = useLoadCell();
  const wordsOf = useCellWords();
  const { plot, columns, rows } = grid;
  const at = (event: MouseEvent<SVGRectElement>): Cell => cellAt(grid, ...placeIn(event.currentTarget, event));
  const press = (event: KeyboardEvent): void => {
    if (isModified(event)) return;
    const [column, row] = cell ?? [Math.floor(columns / 2), Math.floor(rows / 2)];
    const moves: Record<string, Cell> = {
      ...{ ArrowLeft: [column - 1, row], ArrowRight: [column + 1, row] },
      ...{ ArrowUp: [column, row + 1], ArrowDown: [column, row - 1] },
    };
    const move = moves[event.key];
    if (move !== undefined) {
      const clamp = (place: number, count: number): number => Math.max(0, Math.min(count - 1, place));
      onCell([clamp(move[0], columns), clamp(move[1], rows)]);
    } else if (event.key !== 'Enter' && event.key !== ' ') return;
    else if (!event.repeat) load(sweep, [column, row]);
    event.preventDefault();
    event.stopPropagation();
  };
  const box = cell === null ? null : cellBox(grid, ...cell);
  return (
    <>
      {box !== null && (
        <rect className={css.cell} x={box.left} y={box.top} width={widthOf(box)} height={heightOf(box)} />
      )}
      <rect
        className={css.cells}
        x={plot.left}
        y={plot.top}
        width={widthOf(plot)}
        height={heightOf(plot)}
        fill="transparent"
        role="slider"
        tabIndex={0}
        aria-label={words.sweepMap}
        aria-valuemin={0}
        aria-valuemax={columns * rows - 1}
        aria-valuenow={cell === null ? 0 : cell[1] * columns + cell[0]}
        aria-valuetext={wordsOf(sweep, cell)}
        onPointerMove={(event) => onCell(at(event))}
        onPointerLeave={() => onCell(null)}
        onClick={(event) => load(sweep, at(event))}
        onKeyDown={press}
      />
    </>
  );
}

/** Makes a cell a contender: another one while there is room, then the last. */
function useLoadCell(): (sweep: Sweep, cell: Cell) => void {
  const race = useRace();
  const lab = useLab();
  const isLocked = [useIsLocked('learningRate'), useIsLocked('batchSize')].includes(true);
  return ({ request }, [column, row]) => {
    if (isLocked) return;
    const { optimizer } = request.config;
    const learningRate = Number(request.learningRates[column].toPrecision(3));
    const cell = { ...request.hyperparameters, learningRate, batchSize: request.batchSizes[row] };
    const hyperparameters = withinEpoch(cell, request.config);
    const { contenders } = race.store.getState();
    if (contenders.length < mostContenders - 1) race.add({ optimizer, hyperparameters });
    else race.change(slots[slots.length - 1], { optimizer, hyperparameters });
    if (lab.store.getState().stepCount === 0) lab.takeSteps(1);
  };
}

function useCellWords(): (sweep: Sweep, cell: Cell | null) => string {
  const words = useCompareText();
  const format = useFormats();
  return ({ request, map }, cell) => {
    if (cell === null) return '\u00a0';
    const index = cell[1] * map.columns + cell[0];
    const at = {
      rate: format.number(request.learningRates[cell[0]]),
      size: format.count(request.batchSizes[cell[1]]),
    };
    const loss = map.median[index];
    if (Number.isNaN(loss)) return words.cellEmpty(at);
    if (loss === Number.POSITIVE_INFINITY)
      return words.cellDiverged({ ...at, share: format.percent(map.diverged[index]) });
    return words.cell({ ...at, loss: format.number(loss) });
  };
}
