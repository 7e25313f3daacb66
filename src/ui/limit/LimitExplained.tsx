// Why the learning rate has a limit here, beside the page that goes on: the formula, what one step leaves of a distance
// along the steepest and the flattest direction, and the limit of the mini-batch.

import { useEffect, useId, useRef } from 'react';
import { batchKind } from '../../lab/batchLimit.ts';
import { ruleStabilityLimit } from '../../lab/stability.ts';
import { present } from '../../training/present.ts';
import type { LimitAccount, Mode } from '../../training/studies/limit.ts';
import { hasNoFixedLimit } from '../controls/stabilityMark.ts';
import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { figuresNeeded } from './figuresNeeded.ts';
import { lastHalving } from './halving.ts';
import css from './limit.module.css';
import { limitFormula } from './limitFormula.ts';
import { useLimitText } from './words.ts';

interface LimitExplainedProps {
  /** Null for rules that have no such limit, and until it has come. */
  readonly account: LimitAccount | null;
  /** Whether the limit of the mini-batch has been looked for. */
  readonly isBatchKnown: boolean;
}

export function LimitExplained({ account, isBatchKnown }: LimitExplainedProps) {
  const lab = useLab();
  const words = useLimitText();
  const title = useId();
  const panel = useRef<HTMLElement>(null);
  const isAdaptive = useLabState(hasNoFixedLimit);
  useEffect(() => {
    const element = present(panel.current ?? undefined);
    const before = document.activeElement;
    element.showPopover();
    element.focus({ preventScroll: true });
    return () => {
      if (element.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const close = (): void => lab.setLimits({ areExplained: false });
  return (
    <section
      ref={panel}
      popover="manual"
      role="dialog"
      tabIndex={-1}
      aria-labelledby={title}
      className={css.panel}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header className={css.head}>
        <h2 id={title}>{words.title}</h2>
        <button type="button" onClick={close}>
          {words.close}
        </button>
      </header>
      {isAdaptive && <p>{words.adaptive}</p>}
      {account !== null && <Explanation account={account} />}
      {account !== null && isBatchKnown && <OfBatch />}
    </section>
  );
}

function Explanation({ account }: { readonly account: LimitAccount }) {
  const words = useLimitText();
  const format = useFormats();
  const { steepest, flattest, rule, condition, halving } = account;
  const isClipped = useLabState(({ hyperparameters }) => hyperparameters.clipNorm != null);
  const isCurvedUp = steepest.curvature + rule.weightDecay > 0;
  return (
    <>
      {isCurvedUp ? <Formula account={account} /> : <p>{words.flat(format.number(steepest.curvature))}</p>}
      <p>{rule.momentum === 0 ? words.why : words.whyMomentum}</p>
      <table className={css.modes}>
        <thead>
          <tr>
            {[words.direction, words.curvature, words.factor, words.becomes].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <ModeRow name={words.steepest} mode={steepest} account={account} />
          <ModeRow name={words.flattest} mode={flattest} account={account} />
        </tbody>
      </table>
      <p>
        {condition === null ? words.noCondition : words.condition(format.number(condition))}{' '}
        {halving === null ? words.noHalving : words.halving(format.number(halving))} <Measured account={account} />
      </p>
      <p>
        {rule.weightDecay !== 0 && words.withDecay} {words.here} {isClipped && words.clipped}
      </p>
    </>
  );
}

function Formula({ account: { rule, steepest } }: { readonly account: LimitAccount }) {
  const words = useLimitText();
  const format = useFormats();
  const config = useLabState((state) => state.config);
  const values = useReadableState((state) => state.detail?.optimizerValues ?? null);
  const limit = values === null ? null : ruleStabilityLimit(config.optimizer, values, steepest.curvature);
  if (limit === null) return null;
  const named = limitFormula(rule, { ...words, curvature: words.largest });
  const terms = [steepest.curvature, rule.momentum, rule.weightDecay, 1 - rule.share];
  const figures = figuresNeeded(terms, ([curvature, momentum, weightDecay, dampening]) => {
    const shown = { ...values, momentum, weightDecay, dampening };
    return ruleStabilityLimit(config.optimizer, shown, curvature) ?? limit;
  });
  const [curvature, momentum, decay, dampening] = terms.map((value) => format.figures(value, figures));
  const numbers = limitFormula(rule, { curvature, momentum, decay, dampening });
  return (
    <p className={css.formula} data-testid="limit-formula">
      {format.isolated(`${named} = ${numbers} = ${format.number(limit)}`)}
    </p>
  );
}

interface ModeRowProps {
  readonly name: string;
  readonly mode: Mode;
  readonly account: LimitAccount;
}

function ModeRow({ name, mode: { curvature, factor }, account: { rule, learningRate } }: ModeRowProps) {
  const words = useLimitText();
  const format = useFormats();
  const { weightDecay, momentum } = rule;
  const whole = curvature + weightDecay;
  const terms = [learningRate, curvature, weightDecay];
  const figures = figuresNeeded(terms, ([rate, curved, decay]) => Math.abs(1 - rate * (curved + decay)));
  const [rate, curved, decay] = terms.map((value) => format.figures(value, figures));
  const product = `${rate} × ${weightDecay === 0 ? curved : `(${curved} + ${decay})`}`;
  const isSwinging = momentum === 0 && learningRate * whole > 1;
  return (
    <tr data-values={`${curvature},${factor}`}>
      <th scope="row">{name}</th>
      <td>{format.number(curvature)}</td>
      <td>
        {momentum === 0 && <span className={css.long}>{format.isolated(`|1 − ${product}|`)} = </span>}
        {format.number(factor)}
      </td>
      <td>{factor > 1 ? words.grows : factor === 1 ? words.stays : isSwinging ? words.swings : words.shrinks}</td>
    </tr>
  );
}

/** In how many steps this run has halved its distance, beside what is expected. */
function Measured({ account: { minimum, weights } }: { readonly account: LimitAccount }) {
  const words = useLimitText();
  const format = useFormats();
  const { history } = useLab();
  const cursor = useReadableState((state) => state.cursor);
  if (minimum === null || cursor === 0) return null;
  const steps = lastHalving(history.path, history.rowsUpTo(cursor), cursor, weights, minimum);
  return steps === null ? words.notMeasured : words.measured(format.count(steps));
}

function OfBatch() {
  const words = useLimitText();
  const format = useFormats();
  const kind = useLabState(({ config, hyperparameters }) => batchKind(config, hyperparameters));
  const ofBatch = useLabState((state) => state.limits.ofBatch);
  const size = useLabState((state) => state.hyperparameters.batchSize);
  const sentence =
    kind === 'whole'
      ? words.ofBatch.whole
      : ofBatch === null
        ? words.ofBatch.unknown
        : words.ofBatch[kind]({ limit: format.number(ofBatch), size: format.count(size) });
  return <p data-testid="limit-of-batch">{sentence}</p>;
}
