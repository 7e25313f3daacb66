// The mini-batch as a table: one row per example, filled phase by phase; the means and what follows from them stay in view.

import { memo, useEffect, useMemo, useRef } from 'react';
import { isReached, type PhasePlace } from '../../lab/phasePlace.ts';
import { isPlainDescent } from '../../lab/plainDescent.ts';
import type { Examples } from '../../training/examples.ts';
import { isEven } from '../../training/run/parts.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { OwnMeaning } from '../data/OwnMeaning.tsx';
import foldingCss from '../folding.module.css';
import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import type { Quantity } from '../quantity.ts';
import type { Formats } from '../text/format.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
import { useActiveRow } from './activeRow.ts';
import css from './BatchTable.module.css';
import type { BatchColumn } from './batchColumn.ts';
import { batchColumns } from './batchColumns.ts';
import { useColumnPage } from './ColumnChoice.tsx';
import { useRowHeight, useVisibleRows } from './visibleRows.ts';
import { useStepText } from './words.ts';

export function BatchTable() {
  const { page } = useText();
  const detail = useReadableState((state) => state.detail);
  const examples = useLabState((state) => state.examples);
  if (detail === null || examples === null) return <p>{page.waiting}</p>;
  return (
    <>
      <OwnMeaning />
      <FilledTable detail={detail} examples={examples} />
    </>
  );
}

interface TableProps {
  readonly detail: StepDetail;
  readonly examples: Examples;
}

function FilledTable({ detail, examples }: TableProps) {
  const { plots } = useText();
  const step = useStepText();
  const format = useFormats();
  const lab = useLab();
  const phase = useLabState((state) => state.phase);
  const phaseLayer = useLabState((state) => state.phaseLayer);
  const at = useMemo(() => ({ phase, phaseLayer }), [phase, phaseLayer]);
  const lit = useLabState((state) => state.litExample);
  const problem = useLabState((state) => state.config.problem);
  const settings = useLabState((state) => state.config.settings);
  const data = useLabState((state) => state.config.data);
  const watched = useLabState((state) => state.watched);
  const columns = useMemo(
    () => batchColumns({ problem, settings, ...(data !== undefined && { data }) }, { step, plots }, watched),
    [problem, settings, data, step, plots, watched],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const isNetwork = detail.network !== null;
  const { page, choice } = useColumnPage(scroller, columns, isNetwork, watched);
  const { batch } = detail;
  const rowHeight = useRowHeight(scroller);
  const { first, end } = useVisibleRows(scroller, rowHeight, batch.length);
  const { active, onKeyDown, onFocus } = useActiveRow(scroller, rowHeight, batch.length);
  useEffect(() => () => lab.lightExample(null), [lab]);
  const rows = Array.from({ length: end - first }, (_, i) => first + i);
  return (
    <div className={css.view}>
      {choice}
      <div ref={scroller} className={css.scroller}>
        <table
          className={isNetwork ? css.table : `${css.table} ${foldingCss.folding}`}
          aria-rowcount={batch.length + 3}
          aria-label={step.batchTable}
        >
          <Head columns={page} at={at} />
          <tbody
            aria-description={step.batchTableHelp}
            onKeyDown={onKeyDown}
            onPointerLeave={() => lab.lightExample(null)}
            onBlur={() => lab.lightExample(null)}
          >
            <Space height={first * rowHeight} />
            {rows.map((row) => (
              <Row
                key={row}
                row={row}
                detail={detail}
                examples={examples}
                columns={page}
                at={at}
                format={format}
                isLit={batch[row] === lit}
                isActive={row === active}
                onPoint={() => lab.lightExample(batch[row])}
                onFocus={() => onFocus(row)}
              />
            ))}
            <Space height={(batch.length - end) * rowHeight} />
          </tbody>
          <Foot columns={page} at={at} detail={detail} />
        </table>
      </div>
    </div>
  );
}

const Space = ({ height }: { readonly height: number }) =>
  height > 0 && (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a plain table takes no focus, and this one is a space
    <tr aria-hidden="true" data-left-out style={{ blockSize: height }}>
      <td className={css.space} />
    </tr>
  );

function Head({ columns, at }: { readonly columns: readonly BatchColumn[]; readonly at: PhasePlace }) {
  const step = useStepText();
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col">{step.example}</th>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            data-quantity={column.quantity}
            data-new={isNew(column, at) || undefined}
            title={isReached(at, column) ? undefined : step.notYet}
          >
            {column.title}
            {column.ownName !== undefined && (
              <>
                {' '}
                <bdi className={css.own} title={column.ownName}>
                  {column.ownName}
                </bdi>
              </>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps extends TableProps {
  readonly row: number;
  readonly columns: readonly BatchColumn[];
  readonly at: PhasePlace;
  readonly format: Formats;
  readonly isLit: boolean;
  readonly isActive: boolean;
  onPoint(): void;
  onFocus(): void;
}

const Row = memo(function Row(props: RowProps) {
  const { row, detail, examples, columns, at, format, isLit, isActive, onPoint, onFocus } = props;
  return (
    <tr
      aria-rowindex={row + 2}
      data-row={row}
      data-lit={isLit || undefined}
      tabIndex={isActive ? 0 : -1}
      onPointerEnter={onPoint}
      onFocus={() => {
        onPoint();
        onFocus();
      }}
    >
      <th scope="row" data-quantity="batch">
        {detail.batch[row]}
      </th>
      {columns.map((column) => {
        const value = isReached(at, column) ? column.value(detail, examples, row) : null;
        const ownName = value === null ? undefined : column.classNames?.[value];
        return (
          <td key={column.id} data-column={column.id} data-value={value ?? undefined}>
            {value !== null && (ownName ? format.count(value) : format.number(value))}
            {ownName && (
              <>
                {' '}
                <bdi className={css.own}>{ownName}</bdi>
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
}, isSameRow);

/** The functions of a row are made anew with every table but always do the same for the same row and step. */
function isSameRow(a: RowProps, b: RowProps): boolean {
  return (
    a.row === b.row &&
    a.detail === b.detail &&
    a.examples === b.examples &&
    a.columns === b.columns &&
    a.at === b.at &&
    a.format === b.format &&
    a.isLit === b.isLit &&
    a.isActive === b.isActive
  );
}

interface FootProps {
  readonly columns: readonly BatchColumn[];
  readonly at: PhasePlace;
  readonly detail: StepDetail;
}

/** The means, in which micro-batches count alike whatever their size, and under those that are a gradient what the rule makes of it. */
function Foot({ columns, at, detail }: FootProps) {
  const step = useStepText();
  const isPlain = useReadableState(isPlainDescent);
  const format = useFormats();
  const { microBatches } = detail;
  const rows = detail.batch.length;
  // The first columns hold nothing to sum up, so that the names of the rows have room without widening any.
  const named = columns.findIndex(({ mean, update }) => mean !== undefined || update !== undefined);
  if (named < 0) return null;
  const summed = columns.slice(named);
  return (
    <tfoot>
      <tr aria-rowindex={rows + 2} data-testid="batch-mean">
        <th scope="row" colSpan={1 + named}>
          {isEven(microBatches) ? step.mean : step.meanOfParts(format.count(microBatches.length))}
        </th>
        {summed.map((column) => (
          <FootCell
            key={column.id}
            id={column.id}
            quantity={column.update === undefined ? 'batch' : 'batch-gradient'}
            value={isReached(at, column) ? column.mean?.(detail) : undefined}
          />
        ))}
      </tr>
      {summed.some(({ update }) => update !== undefined) && (
        <tr aria-rowindex={rows + 3} data-testid="batch-update">
          <th scope="row" colSpan={1 + named}>
            {isPlain ? step.timesRate : step.updateByRule}
          </th>
          {summed.map((column) => (
            <FootCell
              key={column.id}
              id={column.id}
              quantity="update"
              value={isReached(at, { phase: 'update' }) ? column.update?.(detail) : undefined}
            />
          ))}
        </tr>
      )}
    </tfoot>
  );
}

interface FootCellProps {
  readonly id: string;
  readonly quantity: Quantity;
  readonly value: number | undefined;
}

function FootCell({ id, quantity, value }: FootCellProps) {
  const { number } = useFormats();
  return (
    <td data-column={id} data-value={value} data-quantity={quantity}>
      {value !== undefined && number(value)}
    </td>
  );
}

/** Whether the phase, or the layer that it has come to, is the one that computes the column. */
const isNew = ({ phase, layer }: BatchColumn, at: PhasePlace): boolean =>
  phase === at.phase && (layer === undefined || at.phaseLayer === null || layer === at.phaseLayer);
