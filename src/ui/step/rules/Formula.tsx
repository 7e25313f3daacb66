// A formula as MathML: with the symbols of its names, or with their present values.

import { createElement, type ReactNode } from 'react';
import { bindingOf, type Expression } from '../../../export/scripts/expression.ts';
import { useFormats } from '../../text/TextContext.tsx';
import { evaluate, type Lookup } from './ruleLines.ts';
import { symbolOf } from './symbols.ts';

const element = (tag: string, ...children: readonly ReactNode[]): ReactNode => createElement(tag, null, ...children);
const operator = (text: string): ReactNode => element('mo', text);

type Write = (name: string) => ReactNode;

/** Symbols for every name. */
const writeSymbol: Write = (name) => {
  const { letter, over, sub, sup, quantity } = symbolOf(name);
  const base = element('mi', letter);
  const marked = over === undefined ? base : element('mover', base, operator(over));
  const whole =
    sub !== undefined
      ? element('msub', marked, element('mtext', sub))
      : sup !== undefined
        ? element('msup', marked, operator(sup))
        : marked;
  return createElement('mrow', { 'data-quantity': quantity }, whole);
};

interface FormulaProps {
  /** The name that the formula gives a value. */
  readonly name: string;
  readonly value: Expression;
}

/** The line of a rule: name ← formula. */
export function SymbolicFormula({ name, value }: FormulaProps) {
  return element('math', writeSymbol(name), operator('←'), print(value, writeSymbol, null));
}

interface NumericProps extends FormulaProps {
  readonly lookup: Lookup;
  readonly result: number;
}

/** The same with numbers, and what comes of them. */
export function NumericFormula({ value, lookup, result }: NumericProps) {
  const number = useShortNumber();
  const writeValue: Write = (name) => {
    const present = lookup.get(name) ?? Number.NaN;
    const text = createElement('mn', { 'data-quantity': symbolOf(name).quantity }, number(present));
    return present < 0 ? element('mrow', operator('('), text, operator(')')) : text;
  };
  return element('math', print(value, writeValue, lookup), operator('='), element('mn', number(result)));
}

/** A number as short as it is where that is exact: a count, a share like 0.9; otherwise three figures. */
function useShortNumber(): (value: number) => string {
  const { number } = useFormats();
  const decimalMark = number(1.5).charAt(1);
  return (value) => {
    const exact = String(value).replace('-', '−');
    return exact.length <= 6 ? exact.replace('.', decimalMark) : number(value);
  };
}

const signs: Readonly<Record<string, string>> = { '+': '+', '-': '−', '*': '·', '<': '<', '>': '>', '==': '=' };

/** @param lookup present values, with which a choice is made instead of shown */
function print(expression: Expression, write: Write, lookup: Lookup | null): ReactNode {
  const inner = (part: Expression): ReactNode => print(part, write, lookup);
  const bound = (part: Expression, least: number): ReactNode =>
    bindingOf(part) < least && !isFraction(part)
      ? element('mrow', operator('('), inner(part), operator(')'))
      : inner(part);
  switch (expression.kind) {
    case 'number':
      return element('mn', expression.text);
    case 'name':
      return write(expression.name);
    case 'negative':
      return element('mrow', operator('−'), bound(expression.operand, 4));
    case 'choice':
      return printChoice(expression.condition, expression.yes, expression.no, inner, lookup);
    case 'call':
      return expression.name === 'where'
        ? printChoice(expression.operands[0]!, expression.operands[1]!, expression.operands[2]!, inner, lookup)
        : printCall(expression.name, expression.operands.map(inner));
    case 'binary': {
      const { operator: sign, left, right } = expression;
      if (sign === '/') return element('mfrac', element('mrow', inner(left)), element('mrow', inner(right)));
      const strength = bindingOf(expression);
      if (sign === '**') return element('msup', element('mrow', bound(left, 6)), element('mrow', inner(right)));
      return element('mrow', bound(left, strength), operator(signs[sign]!), bound(right, strength + 1));
    }
  }
}

const isFraction = (part: Expression): boolean => part.kind === 'binary' && part.operator === '/';

function printCall(name: string, operands: readonly ReactNode[]): ReactNode {
  if (name === 'sqrt') return element('msqrt', ...operands);
  if (name === 'abs') return element('mrow', operator('|'), ...operands, operator('|'));
  if (name === 'zeros') return element('mn', '0');
  if (name === 'ones') return element('mn', '1');
  const list = operands.flatMap((operand, i) => (i === 0 ? [operand] : [operator(','), operand]));
  return element('mrow', element('mi', name), operator('('), ...list, operator(')'));
}

/** With numbers only the branch that is taken is shown. */
function printChoice(
  condition: Expression,
  yes: Expression,
  no: Expression,
  inner: (part: Expression) => ReactNode,
  lookup: Lookup | null,
): ReactNode {
  if (lookup !== null) return inner(evaluate(condition, lookup) ? yes : no);
  const row = (...cells: readonly ReactNode[]): ReactNode =>
    element('mtr', ...cells.map((cell) => createElement('mtd', { style: { textAlign: 'left' } }, cell)));
  return element(
    'mrow',
    operator('{'),
    element('mtable', row(inner(yes), inner(condition)), row(inner(no), element('mtext', '…'))),
  );
}
