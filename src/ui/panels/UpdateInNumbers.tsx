// The pending update with its present numbers: the rule for each weight, the gradients behind it, the losses around it.

import { isPlainDescent } from '../../lab/plainDescent.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { optionsOn, shortLabel } from '../../training/optimizers/options.ts';
import { exampleFormula } from '../../training/run/configuration.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useLabState, useReadableState } from '../LabContext.tsx';
import type { Quantity } from '../quantity.ts';
import type { Formats } from '../text/format.ts';
import { useFormats, useRegistryText, useText } from '../text/TextContext.tsx';
import { useViewText } from '../text/viewWords.ts';
import { ruleDigits, tellApart } from './digits.ts';
import css from './UpdateInNumbers.module.css';

export function UpdateInNumbers() {
  const { page } = useText();
  const detail = useReadableState((state) => state.detail);
  const isPlain = useReadableState(isPlainDescent);
  const phase = useLabState((state) => state.phase);
  if (detail === null) return <p>{page.waiting}</p>;
  return (
    <div className={css.numbers} data-phase={phase ?? undefined}>
      {isPlain ? <PlainRule detail={detail} /> : <OtherRule detail={detail} />}
      <div className={css.tables}>
        <Gradients detail={detail} />
        <Losses detail={detail} />
        <LossFormula />
      </div>
    </div>
  );
}

interface DetailProps {
  readonly detail: StepDetail;
}

const places = [0, 1] as const;

/** A rate as it was set, all its digits up to five. */
const rateText = (format: Formats, rate: number): string => {
  const decimals = (Number(rate.toPrecision(5)).toString().split('.')[1] ?? '').length;
  return rate >= 1e-4 && rate < 1e5 && decimals > 0 ? format.fixed(rate, decimals) : format.number(rate);
};

function PlainRule({ detail }: DetailProps) {
  const format = useFormats();
  const views = useViewText();
  return (
    <table className={css.rule}>
      <thead>
        <tr>
          <td />
          <Word of="weights">{views.nextWeight}</Word>
          <th>=</th>
          <Word of="weights">{views.weight}</Word>
          <th>−</th>
          <Word of="learning-rate">{views.rate}</Word>
          <th>×</th>
          <Word of="batch-gradient">{views.gradient}</Word>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => {
          const [weight, update, rate] = [detail.weights[place], detail.update[place], detail.learningRate];
          const { term, factor } = ruleDigits(format, weight, update, rate);
          return (
            <tr key={place}>
              <NextWeight place={place} weight={weight} update={update} write={term} />
              <td>−</td>
              <Value of="learning-rate" value={rate} write={(value) => rateText(format, value)} />
              <td>×</td>
              <Value of="batch-gradient" value={detail.gradient[place]} write={factor} isFactor />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function OtherRule({ detail }: DetailProps) {
  const format = useFormats();
  const views = useViewText();
  const registryText = useRegistryText();
  const optimizer = optimizers[useLabState((state) => state.config.optimizer)];
  const options = optionsOn(optimizer, (name) => detail.optimizerValues[name])
    .map(({ label }) => shortLabel(registryText(label)))
    .join(', ');
  return (
    <div className={css.ruleAndEquation}>
      <table className={css.rule}>
        <thead>
          <tr>
            <td />
            <Word of="weights">{views.nextWeight}</Word>
            <th>=</th>
            <Word of="weights">{views.weight}</Word>
            <th>+</th>
            <Word of="update">{views.update}</Word>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => {
            const [weight, update] = [detail.weights[place], detail.update[place]];
            const { term } = ruleDigits(format, weight, update);
            return (
              <tr key={place}>
                <NextWeight place={place} weight={weight} update={update} write={term} />
                <td>+</td>
                <Value of="update" value={update} write={term} isFactor />
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={css.equation}>
        {views.rule({ optimizer: registryText(optimizer.title), equation: registryText(optimizer.equation), options })}
      </p>
    </div>
  );
}

interface NextWeightProps {
  readonly place: 0 | 1;
  readonly weight: number;
  readonly update: number;
  readonly write: (value: number) => string;
}

/** How a line begins, whatever the rule: the next weight is the weight and something. */
function NextWeight({ place, weight, update, write }: NextWeightProps) {
  return (
    <>
      <WeightName place={place} />
      <Value of="weights" value={weight + update} write={write} isResult />
      <td>=</td>
      <Value of="weights" value={weight} write={write} />
    </>
  );
}

function Gradients({ detail }: DetailProps) {
  const views = useViewText();
  const format = useFormats();
  const count = useLabState((state) => state.config.examples);
  const rows = [
    { of: 'batch-gradient', name: views.batchGradient(format.count(detail.batch.length)), values: detail.gradient },
    { of: 'full-gradient', name: views.fullGradient(format.count(count)), values: detail.fullGradient },
    { of: 'update', name: views.update, values: detail.update },
  ] as const;
  return (
    <table className={css.values}>
      <thead>
        <tr>
          <td />
          {places.map((place) => (
            <WeightName key={place} place={place} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ of, name, values }) => (
          <tr key={of}>
            <th scope="row" data-quantity={of}>
              {name}
            </th>
            {places.map((place) => (
              <Value key={place} of={of} value={values[place]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Losses({ detail }: DetailProps) {
  const views = useViewText();
  const format = useFormats();
  const count = useLabState((state) => state.config.examples);
  const rows = [
    { name: views.thisBatch(format.count(detail.batch.length)), before: detail.batchLoss, after: detail.nextBatchLoss },
    { name: views.allData(format.count(count)), before: detail.fullLoss, after: detail.nextFullLoss },
  ];
  const change = (before: number, after: number, isToldApart: boolean): string => {
    if (!Number.isFinite(before) || !Number.isFinite(after)) return '';
    if (!isToldApart) return before === after ? views.same : views.hardly;
    return after < before ? views.falls : views.rises;
  };
  return (
    <table className={css.values}>
      <thead>
        <tr>
          <th scope="col">{views.loss}</th>
          <th scope="col">{views.before}</th>
          <th scope="col">{views.after}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, before, after }) => {
          const [beforeText, afterText] = tellApart(format, before, after);
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={css.before}>{beforeText}</td>
              <td className={css.after}>{afterText}</td>
              <td className={css.change} data-rises={(after > before && beforeText !== afterText) || undefined}>
                {change(before, after, beforeText !== afterText)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function LossFormula() {
  const views = useViewText();
  const formula = useLabState((state) => exampleFormula(state.config));
  return (
    <p className={css.equation}>
      {views.exampleLoss}: <span className={css.formula}>{formula}</span>
    </p>
  );
}

function Word({ of, children }: { readonly of: Quantity; readonly children: string }) {
  return (
    <th scope="col" data-quantity={of}>
      {children}
    </th>
  );
}

function WeightName({ place }: { readonly place: 0 | 1 }) {
  return (
    <th scope="row" data-quantity="weights">
      <var>w</var>
      <sub>{place + 1}</sub>
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
