// The rules with momentum written down as programs: as a formula in the page's own notation, and as Keras has them.

import { type RuleFormula, type RuleUse, slotVariable } from '../notation.ts';
import type { KerasRule } from '../optimizer.ts';

/** The rule's formula; `nesterov` says whether it looks ahead. */
export function formulaOf(use: RuleUse, g: string, nesterov: 'never' | 'always' | 'switch'): RuleFormula {
  if (!use.some('momentum')) return { state: [], scalars: [], vectors: [`w = w - learningRate * ${g}`] };
  const isAlwaysOn = use.every('momentum');
  const isDampened = use.some('dampening');
  const share = isDampened ? `(1 - dampening) * ${g}` : g;
  // The first velocity is the gradient itself, whatever the dampening; without dampening v = 0 before it says the same.
  const isFirst = isAlwaysOn ? 'step == 0' : 'velocitySteps == 1';
  const next = isDampened ? `(${isFirst} ? ${g} : momentum * v + ${share})` : `momentum * v + ${share}`;
  const ahead = `${g} + momentum * v`;
  const direction =
    nesterov === 'always' ? ahead : nesterov === 'never' ? 'v' : use.choose('nesterov', `(${ahead})`, 'v');
  const isCounted = isDampened && !isAlwaysOn;
  return {
    state: [
      slotVariable('v', 0),
      ...(isCounted ? [{ name: 'velocitySteps', initial: '0', isVector: false, slot: 0 }] : []),
    ],
    scalars: isCounted ? ['velocitySteps = velocitySteps + (momentum > 0 ? 1 : 0)'] : [],
    vectors: [
      `v = ${use.choose('momentum', next, 'v')}`,
      `w = w - learningRate * (${use.choose('momentum', direction, g)})`,
    ],
  };
}

/** Keras has the same velocity while nothing of it changes; its velocity holds the learning rate. */
export const kerasOf = (differs: string, isAlwaysAhead: boolean): KerasRule => ({
  differs,
  form(use, _number, double) {
    if (!use.some('momentum')) return ['SGD'];
    if (!use.every('momentum') || use.some('dampening')) return null;
    if (!use.isConstant('learningRate', 'momentum', 'nesterov')) return null;
    const momentum = `momentum=${double('momentum')}`;
    return isAlwaysAhead || use.every('nesterov') ? ['SGD', momentum, 'nesterov=True'] : ['SGD', momentum];
  },
});
/** Where Keras differs as soon as there is a dampening. */
export const kerasDampening =
  'Keras’s SGD has no dampening, and its velocity holds the learning rate, so a change of rate acts on past gradients too';
