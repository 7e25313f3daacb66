// A formula as MathML: with the symbols of its names, or with their present values.

import { createElement, type ReactNode } from 'react';
import { withMarks } from '../../../drawing/scale.ts';
import { bindingOf, type Expression } from '../../../export/scripts/expression.ts';
import { evaluate, type Lookup } from '../../../export/scripts/ruleLines.ts';
import { present } from '../../../training/present.ts';
import { useFormats } from '../../text/TextContext.tsx';
import { useStepText } from '../words.ts';
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

/** How the parts of a formula are written. */
interface Style {
  readonly write: Write;
  /** The same where a name stands alone, in a fraction or a call, and a negative number needs no parentheses. */
  readonly writeAlone: Write;
  /** Present values, with which a choice is made instead of shown. */
  readonly lookup: Lookup | null;
  /** The word for the last branch of a choice. */
  readonly otherwise: string;
}

/** The line of a rule: name ← formula. */
export function SymbolicFormula({ name, value }: FormulaProps) {
  const { otherwise } = useStepText();
  const style: Style = { write: writeSymbol, writeAlone: writeSymbol, lookup: null, otherwise };
  return element('math', writeSymbol(name), operator('←'), print(value, style));
}

interface NumericProps extends FormulaProps {
  readonly lookup: Lookup;
  readonly result: number;
}

/** The same with numbers, and what comes of them. */
export function NumericFormula({ value, lookup, result }: NumericProps) {
  const number = useShortNumber();
  const writeAlone: Write = (name) =>
    createElement('mn', { 'data-quantity': symbolOf(name).quantity }, number(lookup.get(name) ?? Number.NaN));
  const write: Write = (name) =>
    present(lookup.get(name)) < 0 ? element('mrow', operator('('), writeAlone(name), operator(')')) : writeAlone(name);
  // Two parts, so that a line may break between them.
  return (
    <>
      {element(
        'math',
        print(value, { write, writeAlone, lookup, otherwise: '' }),
        createElement('mo', { form: 'infix' }, '='),
      )}
      {element('math', element('mn', number(result)))}
    </>
  );
}

/** A number as short as it is where that is exact: a count, a share like 0.9; otherwise three figures. */
function useShortNumber(): (value: number) => string {
  const { number, marks } = useFormats();
  return (value) => {
    const exact = String(value).replace('-', '−');
    return exact.length <= 6 && !exact.includes('e') ? withMarks(exact, marks) : number(value);
  };
}

const signs: Readonly<Record<string, string>> = { '+': '+', '-': '−', '*': '·', '<': '<', '>': '>', '==': '=' };

function print(expression: Expression, style: Style): ReactNode {
  const inner = (part: Expression): ReactNode => print(part, style);
  const alone = (part: Expression): ReactNode => (part.kind === 'name' ? style.writeAlone(part.name) : inner(part));
  const bound = (part: Expression, least: number): ReactNode =>
    bindingOf(part) < least && !isFraction(part)
      ? element('mrow', operator('('), inner(part), operator(')'))
      : inner(part);
  switch (expression.kind) {
    case 'number':
      return element('mn', expression.text);
    case 'name':
      return style.write(expression.name);
    case 'negative':
      return element('mrow', operator('−'), bound(expression.operand, 4));
    case 'choice':
      return printChoice(expression, style);
    case 'call':
      return expression.name === 'where'
        ? printChoice(expression, style)
        : printCall(expression.name, expression.operands.map(alone));
    case 'binary': {
      const { operator: sign, left, right } = expression;
      if (sign === '/') return element('mfrac', element('mrow', alone(left)), element('mrow', alone(right)));
      const strength = bindingOf(expression);
      if (sign === '**') return element('msup', element('mrow', bound(left, 6)), element('mrow', inner(right)));
      return element('mrow', bound(left, strength), operator(signs[sign]), bound(right, strength + 1));
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

interface Branches {
  readonly condition: Expression;
  readonly yes: Expression;
  readonly no: Expression;
}

function branchesOf(expression: Expression): Branches | null {
  if (expression.kind === 'choice') return expression;
  if (expression.kind !== 'call' || expression.name !== 'where') return null;
  const [condition, yes, no] = expression.operands;
  return { condition: condition, yes: yes, no: no };
}

/** A choice as a column of cases; with numbers only the branch that is taken. */
function printChoice(expression: Expression, style: Style): ReactNode {
  const { lookup, otherwise } = style;
  const rows: ReactNode[] = [];
  let rest = expression;
  for (let branches = branchesOf(rest); branches !== null; branches = branchesOf(rest)) {
    if (lookup !== null && evaluate(branches.condition, lookup)) return print(branches.yes, style);
    rows.push(caseRow(rows.length, print(branches.yes, style), print(branches.condition, style)));
    rest = branches.no;
  }
  if (lookup !== null) return print(rest, style);
  rows.push(caseRow(rows.length, print(rest, style), element('mtext', otherwise)));
  // A bar instead of a brace, which few fonts can stretch.
  return createElement('mtable', { style: { borderInlineStart: '1px solid', marginInlineStart: '4px' } }, rows);
}

const caseRow = (key: number, ...cells: readonly ReactNode[]): ReactNode =>
  createElement('mtr', { key }, ...cells.map((cell) => createElement('mtd', { style: { textAlign: 'start' } }, cell)));
