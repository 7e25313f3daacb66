// One step of plain gradient descent on numbers that somebody typed, as three short listings: the rule as it is written
// down for every language, NumPy, and PyTorch. Its outcome stands there, as a comment, only where it is given.

import { type CodeLine, shown } from './listing.ts';
import { pythonFloat } from './python.ts';

export const oneStepLanguages = ['rule', 'numpy', 'pytorch'] as const;
export type OneStepLanguage = (typeof oneStepLanguages)[number];

export interface OneStep {
  readonly weights: readonly number[];
  readonly gradients: readonly number[];
  readonly rate: number;
  /** The weights after the step; null while that is asked. */
  readonly next: readonly number[] | null;
}

/** Languages add up with one rounding more or less: what is said of the outcome is the same in all of them. */
const surelyGiven = 12;

const line = (text: string, ...values: CodeLine['values']): CodeLine => ({ text, phase: null, values });
const list = (values: readonly number[]): string => `[${values.map(pythonFloat).join(', ')}]`;

const weights = shown('w', 'weights');

/** The lines in order; weights, gradients, and the rate in the order and with all the digits that they have. */
export function oneStepListing(language: OneStepLanguage, { next, ...step }: OneStep): readonly CodeLine[] {
  const outcome = next?.map((value) => Number(value.toPrecision(surelyGiven)));
  const comment = language === 'rule' ? '//' : '#';
  return [...linesOf[language](step), ...(outcome === undefined ? [] : [line(`${comment} w ≈ ${list(outcome)}`)])];
}

type Given = Omit<OneStep, 'next'>;

const linesOf: Readonly<Record<OneStepLanguage, (step: Given) => readonly CodeLine[]>> = {
  rule: (step) => arrays(step, (values) => values, 'learningRate'),
  numpy: (step) => arrays(step, (values) => `np.array(${values})`, 'learning_rate'),
  pytorch({ weights: from, gradients, rate }) {
    const tensor = (values: readonly number[]): string => `torch.tensor(${list(values)}, dtype=torch.float64)`;
    return [
      line(`w = ${tensor(from)}`, weights),
      line(`w.grad = ${tensor(gradients)}`, shown('w.grad', 'gradient')),
      line(`torch.optim.SGD([w], lr=${pythonFloat(rate)}).step()`, shown('lr', 'learningRate')),
    ];
  },
};

function arrays({ weights: from, gradients, rate }: Given, array: (values: string) => string, rateName: string) {
  const [gradient, learningRate] = [shown('gradient', 'gradient'), shown(rateName, 'learningRate')];
  return [
    line(`w = ${array(list(from))}`, weights),
    line(`gradient = ${array(list(gradients))}`, gradient),
    line(`${rateName} = ${pythonFloat(rate)}`, learningRate),
    line(`w = w - ${rateName} * gradient`, weights, learningRate, gradient),
  ];
}
