// The pending update with its present numbers: the rule for each weight, the gradients behind it, the losses around it.

import type { CSSProperties, ReactNode } from 'react';
import { isPlainRule } from '../../lab/plainDescent.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { optionsOn, shortLabel } from '../../training/optimizers/options.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { OwnMeaning, OwnMistaken } from '../data/OwnMeaning.tsx';
import { useLabState, useReadableState } from '../LabContext.tsx';
import type { Quantity } from '../quantity.ts';
import type { Formats } from '../text/format.ts';
import { useNumbersText } from '../text/numbersText.ts';
import { useFormats, useRegistryText, useText } from '../text/TextContext.tsx';
import { useViewText } from '../text/viewWords.ts';
import { ruleDigits } from './digits.ts';
import { Losses, LossFormula, ShareRight } from './LossesInNumbers.tsx';
import { givenName, gradientName, SumInNumbers } from './SumInNumbers.tsx';
import css from './UpdateInNumbers.module.css';
import { useWatched, type Watched } from './useWatched.tsx';

export function UpdateInNumbers() {
  const { page } = useText();
  const detail = useReadableState((state) => state.detail);
  const isPlain = useReadableState(isPlainRule);
  const phase = useLabState((state) => state.phase);
  const watched = useWatched();
  if (detail === null) return <p>{page.waiting}</p>;
  return (
    <div className={css.numbers} data-phase={phase ?? undefined}>
      {isPlain ? <PlainRule detail={detail} /> : <OtherRule detail={detail} />}
      <SumInNumbers detail={detail} watched={watched} />
      <div className={css.tables}>
        <Gradients detail={detail} />
        <Losses detail={detail} />
        <div>
          <LossFormula />
          <OwnMeaning />
          <ShareRight detail={detail} />
          <OwnMistaken />
        </div>
      </div>
    </div>
  );
}

interface DetailProps {
  readonly detail: StepDetail;
}

/** A rate as it was set, all its digits up to five. */
const rateText = (format: Formats, rate: number): string => {
  const decimals = (Number(rate.toPrecision(5)).toString().split('.')[1] ?? '').length;
  return rate >= 1e-4 && rate < 1e5 && decimals > 0 ? format.fixed(rate, decimals) : format.number(rate);
};

/** The width of the column of names where the rule stands in a grid: that of the longest, in its bold letters. */
const roomForNames = (watched: readonly { readonly name: ReactNode }[]): CSSProperties => {
  const longest = Math.max(...watched.map(({ name }) => (typeof name === 'string' ? name.length : 0)));
  return longest > 2 ? ({ '--name': `${0.68 * longest}em` } as CSSProperties) : {};
};

function PlainRule({ detail }: DetailProps) {
  const format = useFormats();
  const watched = useWatched();
  const words = useNumbersText();
  return (
    <table className={css.rule} style={roomForNames(watched)}>
      <thead>
        <tr>
          <td />
          <Word of="weights">{words.nextWeight}</Word>
          <th>=</th>
          <Word of="weights">{words.weight}</Word>
          <th>−</th>
          <Word of="learning-rate">{words.rate}</Word>
          <th>×</th>
          <Word of="batch-gradient">{givenName(words, detail)}</Word>
        </tr>
      </thead>
      <tbody>
        {watched.map(({ index, name }) => {
          const [weight, update, rate] = [detail.weights[index], detail.update[index], detail.learningRate];
          const { term, factor } = ruleDigits(format, weight, update, rate);
          return (
            <tr key={index}>
              <NextWeight name={name} weight={weight} update={update} write={term} />
              <td>−</td>
              <Value of="learning-rate" value={rate} write={(value) => rateText(format, value)} />
              <td>×</td>
              <Value of="batch-gradient" value={detail.sum.applied[index]} write={factor} isFactor />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function OtherRule({ detail }: DetailProps) {
  const format = useFormats();
  const watched = useWatched();
  const views = useViewText();
  const words = useNumbersText();
  const registryText = useRegistryText();
  const optimizer = optimizers[useLabState((state) => state.config.optimizer)];
  const options = optionsOn(optimizer, (name) => detail.optimizerValues[name])
    .map(({ label }) => shortLabel(registryText(label)))
    .join(', ');
  return (
    <div className={css.ruleAndEquation}>
      <table className={css.rule} style={roomForNames(watched)}>
        <thead>
          <tr>
            <td />
            <Word of="weights">{words.nextWeight}</Word>
            <th>=</th>
            <Word of="weights">{words.weight}</Word>
            <th>+</th>
            <Word of="update">{words.update}</Word>
          </tr>
        </thead>
        <tbody>
          {watched.map(({ index, name }) => {
            const [weight, update] = [detail.weights[index], detail.update[index]];
            const { term } = ruleDigits(format, weight, update);
            return (
              <tr key={index}>
                <NextWeight name={name} weight={weight} update={update} write={term} />
                <td>+</td>
                <Value of="update" value={update} write={term} isFactor />
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={css.equation}>
        {views.rule({
          optimizer: registryText(optimizer.title),
          equation: format.isolated(registryText(optimizer.equation)),
          options,
        })}
      </p>
    </div>
  );
}

interface NextWeightProps {
  readonly name: ReactNode;
  readonly weight: number;
  readonly update: number;
  readonly write: (value: number) => string;
}

/** How a line begins, whatever the rule: the next weight is the weight and something. */
function NextWeight({ name, weight, update, write }: NextWeightProps) {
  return (
    <>
      <WeightName>{name}</WeightName>
      <Value of="weights" value={weight + update} write={write} isResult />
      <td>=</td>
      <Value of="weights" value={weight} write={write} />
    </>
  );
}

/** Weights side by side where they are two, one under the other where they are more. */
const mostBeside = 2;

function Gradients({ detail }: DetailProps) {
  const words = useNumbersText();
  const format = useFormats();
  const watched = useWatched();
  const vectors = [
    { of: 'batch-gradient', name: gradientName(words, format, detail), values: detail.gradient },
    { of: 'full-gradient', name: words.fullGradient(format.count(detail.order.length)), values: detail.fullGradient },
    { of: 'update', name: words.update, values: detail.update },
  ] as const;
  if (watched.length === 0) return null;
  const isBeside = watched.length <= mostBeside;
  const weightNames = watched.map(({ index, name }) => <WeightName key={index}>{name}</WeightName>);
  const vectorNames = vectors.map(({ of, name }) => (
    <th key={of} scope={isBeside ? 'row' : 'col'} data-quantity={of}>
      {name}
    </th>
  ));
  const cell = (vector: number, { index }: Watched) => {
    const { of, values } = vectors[vector];
    return <Value key={`${of} ${index}`} of={of} value={values[index]} />;
  };
  return (
    <table className={css.values}>
      <thead>
        <tr>
          <td />
          {isBeside ? weightNames : vectorNames}
        </tr>
      </thead>
      <tbody>
        {isBeside
          ? vectorNames.map((name, vector) => (
              <tr key={name.key}>
                {name}
                {watched.map((weight) => cell(vector, weight))}
              </tr>
            ))
          : weightNames.map((name, place) => (
              <tr key={name.key}>
                {name}
                {vectors.map((_, vector) => cell(vector, watched[place]))}
              </tr>
            ))}
      </tbody>
    </table>
  );
}

function Word({ of, children }: { readonly of: Quantity; readonly children: string }) {
  return (
    <th scope="col" data-quantity={of}>
      {children}
    </th>
  );
}

function WeightName({ children }: { readonly children: ReactNode }) {
  return (
    <th scope="row" data-quantity="weights">
      {children}
    </th>
  );
}

interface ValueProps {
  readonly of: Quantity;
  readonly value: number;
  /** How the number is written; in three figures where nothing else is said. */
  readonly write?: (value: number) => string;
  readonly isResult?: boolean;
  /** After an operator a negative number stands in parentheses. */
  readonly isFactor?: boolean;
}

function Value({ of, value, write, isResult, isFactor }: ValueProps) {
  const { number } = useFormats();
  const text = (write ?? number)(value);
  return (
    <td data-quantity={of} className={isResult ? css.result : undefined}>
      {isFactor && value < 0 ? `(${text})` : text}
    </td>
  );
}
