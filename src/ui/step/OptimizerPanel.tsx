// The optimizer laid open: what it remembers before and after the pending step, and its rule line by line with the
// numbers that make the update.

import { type RuleLine, ruleLines } from '../../export/scripts/ruleLines.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useLabState, useReadableState } from '../LabContext.tsx';
import { useFormats, useRegistryText, useText } from '../text/TextContext.tsx';
import css from './OptimizerPanel.module.css';
import { NumericFormula, SymbolicFormula } from './rules/Formula.tsx';
import { useProgram } from './rules/useProgram.ts';
import shared from './step.module.css';
import { useStepText } from './words.ts';

export function OptimizerPanel() {
  const step = useStepText();
  const { page } = useText();
  const id = useLabState((state) => state.config.optimizer);
  const detail = useReadableState((state) => state.detail);
  return (
    <div className={shared.view}>
      <p className={css.what}>{step.optimizerNotes[id]}</p>
      {detail === null ? (
        <p>{page.waiting}</p>
      ) : (
        <>
          <Rule detail={detail} />
          <State optimizer={optimizers[id]} detail={detail} />
        </>
      )}
    </div>
  );
}

const places = [0, 1] as const;

function Rule({ detail }: { readonly detail: StepDetail }) {
  const step = useStepText();
  const format = useFormats();
  const program = useProgram();
  return (
    <table className={css.lines}>
      <caption>{step.lines}</caption>
      <tbody>
        {ruleLines(program, detail).map((line, i) => (
          <Line key={i} line={line} />
        ))}
        <tr className={css.update}>
          <th scope="row" data-quantity="update">
            {step.updateFromLines}
          </th>
          <td data-quantity="update" data-testid="rule-update" data-value={detail.update.join(',')}>
            {places.map((place) => (
              <span key={place} className={css.place}>
                <small>{step.forWeight(String(place + 1))}</small> {format.number(detail.update[place])}
              </span>
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Line({ line }: { readonly line: RuleLine }) {
  const step = useStepText();
  return (
    <tr>
      <td>
        <SymbolicFormula name={line.name} value={line.value} />
      </td>
      <td>
        {(line.isVector ? places : ([0] as const)).map((place) => (
          <span key={place} className={css.place}>
            {line.isVector && <small>{step.forWeight(String(place + 1))}</small>}{' '}
            <NumericFormula {...line} lookup={line.before[place]} result={line.result[place]} />
          </span>
        ))}
      </td>
    </tr>
  );
}

function State({ optimizer, detail }: { readonly optimizer: Optimizer; readonly detail: StepDetail }) {
  const step = useStepText();
  const format = useFormats();
  const { slots, shared: alone = [] } = optimizer;
  const nameOf = useRegistryText();
  const { state, nextState } = detail;
  // Some rules count steps.
  const write = (value: number): string => (Number.isInteger(value) ? format.count(value) : format.number(value));
  // What this configuration of the rule never reads is left out.
  const used = useProgram().state.flatMap(({ place, isVector }) => (isVector ? [place, place + 1] : [place]));
  if (used.length === 0) return <p className={shared.note}>{step.stateEmpty}</p>;
  const rows = [
    ...slots.flatMap(({ symbol, name }, slot) =>
      places.map((place) => ({ symbol, name, of: step.forWeight(String(place + 1)), at: 1 + 2 * slot + place })),
    ),
    ...alone.map(({ symbol, name }, i) => ({ symbol, name, of: '', at: 1 + 2 * slots.length + i })),
  ].filter(({ at }) => used.includes(at));
  return (
    <table className={shared.values}>
      <caption className={css.caption}>
        {step.state}. {step.stepsTaken(format.count(state[0]))}
      </caption>
      <thead>
        <tr>
          <td />
          <td />
          <th scope="col">{step.before}</th>
          <th scope="col">{step.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ symbol, name, of, at }) => (
          <tr key={at}>
            <th scope="row">
              <var>{symbol}</var> {nameOf(name)}
            </th>
            <td className={css.of}>{of}</td>
            <td>{write(state[at])}</td>
            <td>{write(nextState[at])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
