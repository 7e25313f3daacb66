// What kind of place the run has ended at, in words; the map marks it.

import { useEffect, useMemo } from 'react';
import type { History } from '../../lab/history.ts';
import { hasLayers } from '../../lab/network.ts';
import type { LabState } from '../../lab/store.ts';
import { Rule } from '../../training/run/rule.ts';
import type { PointAccount, PointRequest } from '../../training/studies/pointKind.ts';
import { joined, type Vector } from '../../training/vector.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import type { PlaceNumbers } from '../text/en/ending.ts';
import type { Formats } from '../text/format.ts';
import { useFormats } from '../text/TextContext.tsx';
import { useAnswered } from '../useAnswer.ts';
import { useEndingText } from './endingWords.ts';

export function WhereItEnded() {
  const lab = useLab();
  const detail = useLabState((state) => state.detail);
  const request = useMemo(() => pointRequest({ ...lab.store.getState(), detail }, lab.history), [lab, detail]);
  const answered = useAnswered('pointKind', request, detail);
  const account = answered !== null && answered.about === detail ? answered.answer : null;
  useEffect(() => {
    lab.setEnded(account);
    return () => lab.setEnded(null);
  }, [lab, account]);
  return account === null ? null : <Place account={account} decay={request?.decay ?? 0} />;
}

function Place({ account, decay }: { readonly account: PointAccount; readonly decay: number }) {
  const words = useEndingText();
  const format = useFormats();
  const isNetwork = useLabState(({ config }) => hasLayers(config));
  const { kind } = account;
  const sentence = words.place[kind](placeNumbers(account, format));
  const saysCurvature = kind !== 'cycle' && kind !== 'unknown' && kind !== 'slope';
  return (
    <span data-testid="ended" data-kind={kind}>
      {sentence} {decay !== 0 && kind !== 'cycle' && words.placeWithDecay}{' '}
      {isNetwork && saysCurvature && words.placeOfNetwork}
    </span>
  );
}

/** The numbers of a place as its sentence says them: of what curves downward, by how much. */
export function placeNumbers(
  { kind, largest, smallest, gradient, period }: PointAccount,
  format: Formats,
): PlaceNumbers {
  const number = (value: number | null): string => format.number(value ?? Number.NaN);
  const isDownward = (kind === 'saddle' || kind === 'maximum') && smallest !== null;
  return {
    ...{ largest: number(largest), smallest: number(isDownward ? -smallest : smallest) },
    ...{ gradient: number(gradient), period: format.count(period ?? 0) },
  };
}

/** Numbers of earlier weights that are looked through for a cycle, and steps of them, at most. */
const [mostNumbers, mostSteps] = [65_536, 512];

/** Null where the weights are no numbers. */
export function pointRequest(
  { config, hyperparameters, detail, cursor }: Pick<LabState, 'config' | 'hyperparameters' | 'detail' | 'cursor'>,
  history: History,
): PointRequest | null {
  if (detail === null || !detail.weights.every(Number.isFinite)) return null;
  const { weights } = detail;
  const { stride } = history.path;
  const rows = Math.min(history.path.rowsUpTo(cursor), Math.ceil(cursor / stride));
  const count = Math.min(rows, mostSteps, Math.floor(mostNumbers / weights.length));
  // In a log that keeps every so many steps only those that lie so many apart are compared.
  const isOnRow = cursor % stride === 0;
  const earlier = Array.from({ length: isOnRow ? count : 0 }, (_, index): Vector | null =>
    history.weightsAt(cursor - (count - index) * stride),
  );
  const recent = earlier.every((vector) => vector !== null) ? joined(earlier) : new Float64Array(0);
  return { config, weights, decay: new Rule(config.optimizer, hyperparameters).coupledDecay, recent, stride };
}
