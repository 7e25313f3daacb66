// The optimizer laid open: what it remembers before and after the pending step, and its rule line by line with the
// numbers that make the update.

import { useMemo } from 'react';
import { type RuleLine, ruleLines } from '../../export/scripts/ruleLines.ts';
import { networkIn } from '../../lab/network.ts';
import { nameOfWeight } from '../../training/network/layout.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useLabState, useReadableState } from '../LabContext.tsx';
import { percentOf } from '../text/shareText.ts';
import { useFormats, useRegistryText, useText } from '../text/TextContext.tsx';
import css from './OptimizerPanel.module.css';
import { seenParts } from './optimizerParts.ts';
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
          {detail.seen.plane !== null && <Outside detail={detail} />}
        </>
      )}
    </div>
  );
}

/** The weights in whose numbers the rule is written: both of two, of a network those that are watched. */
function useShownWeights(): { readonly places: readonly number[]; nameOf(place: number): string } {
  const step = useStepText();
  const config = useLabState((state) => state.config);
  const watched = useLabState((state) => state.watched);
  return useMemo(() => {
    const network = networkIn(config);
    if (network === null) return { places: [0, 1], nameOf: (place) => step.forWeight(String(place + 1)) };
    return { places: watched, nameOf: (place) => nameOfWeight(network.layout, place) };
  }, [step, config, watched]);
}

function Rule({ detail }: { readonly detail: StepDetail }) {
  const step = useStepText();
  const format = useFormats();
  const program = useProgram(detail.weights.length);
  const { places, nameOf } = useShownWeights();
  // What all weights share has a line of its own though no weight is watched.
  const lines = ruleLines(program, detail, places.length > 0 ? places : [0]);
  return (
    <table className={css.lines}>
      <caption>{step.lines}</caption>
      <tbody>
        {lines.map((line, i) => (
          <Line key={i} line={line} names={places.map(nameOf)} />
        ))}
        <tr className={css.update}>
          <th scope="row" data-quantity="update">
            {step.updateFromLines}
          </th>
          <td data-quantity="update" data-testid="rule-update" data-value={detail.update.join(',')}>
            {places.map((place) => (
              <span key={place} className={css.place}>
                <small>{nameOf(place)}</small> {format.number(detail.update[place])}
              </span>
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Line({ line, names }: { readonly line: RuleLine; readonly names: readonly string[] }) {
  return (
    <tr>
      <td>
        <SymbolicFormula name={line.name} value={line.value} />
      </td>
      <td>
        {(line.isVector ? names : ['']).map((name, i) => (
          <span key={name} className={css.place}>
            {line.isVector && <small>{name}</small>}{' '}
            <NumericFormula {...line} lookup={line.before[i]} result={line.result[i]} />
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
  const dimension = detail.weights.length;
  const used = new Set(useProgram(dimension).state.map(({ slot, isVector }) => `${isVector} ${slot}`));
  const { places, nameOf: nameOfPlace } = useShownWeights();
  if (used.size === 0) return <p className={shared.note}>{step.stateEmpty}</p>;
  const rows = [
    ...slots.flatMap(({ symbol, name }, slot) =>
      used.has(`true ${slot}`)
        ? places.map((place) => ({ symbol, name, of: nameOfPlace(place), at: 1 + dimension * slot + place }))
        : [],
    ),
    ...alone.flatMap(({ symbol, name }, i) =>
      used.has(`false ${i}`) ? [{ symbol, name, of: '', at: 1 + dimension * slots.length + i }] : [],
    ),
  ];
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

/** What the arrows and bars in weight space leave out of what many weights have. */
function Outside({ detail }: { readonly detail: StepDetail }) {
  const step = useStepText();
  const format = useFormats();
  const program = useProgram(detail.weights.length);
  const { memory, gradient, rates, ratesOutside } = useMemo(() => seenParts(program, detail), [program, detail]);
  const isRemembered = memory !== null && gradient !== null && memory.length > 0;
  return (
    <p className={shared.note} data-testid="marks-outside">
      {isRemembered &&
        step.partsOutside({
          memory: percentOf(memory.outside, format),
          gradient: percentOf(gradient.outside, format),
        })}{' '}
      {rates !== null && step.ratesOutside(percentOf(ratesOutside, format))}
    </p>
  );
}
