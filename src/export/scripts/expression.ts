// A small notation for formulas, so that a rule is written down once and printed in every language:
//   numbers, names, calls, + - * / **, comparisons, and `condition ? a : b`, with the usual precedence.

export type Expression =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negative'; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Expression[] }
  | { readonly kind: 'choice'; readonly condition: Expression; readonly yes: Expression; readonly no: Expression };

export type Operator = '+' | '-' | '*' | '/' | '**' | '<' | '>' | '==';

/** How tightly each operator binds; a choice binds at 0, a sign at 4, a name or call at 6. */
export const binding: Readonly<Record<Operator, number>> = {
  '<': 1,
  '>': 1,
  '==': 1,
  '+': 2,
  '-': 2,
  '*': 3,
  '/': 3,
  '**': 5,
};

export const bindingOf = (expression: Expression): number => {
  switch (expression.kind) {
    case 'choice':
      return 0;
    case 'binary':
      return binding[expression.operator];
    case 'negative':
      return 4;
    default:
      return 6;
  }
};

/** `name = value`. */
export interface Assignment {
  readonly name: string;
  readonly value: Expression;
}

export function parseAssignment(text: string): Assignment {
  const at = text.indexOf(' = ');
  return { name: text.slice(0, at), value: parseExpression(text.slice(at + 3)) };
}

/** @throws SyntaxError where the text is not in the notation */
export function parseExpression(text: string): Expression {
  return new Parser(text).parse();
}

class Parser {
  private readonly text: string;
  private readonly tokens: readonly string[];
  private place = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = text.match(/\d[\d.]*(?:e[+-]?\d+)?|[A-Za-z]\w*|\*\*|==|[^\s]/g) ?? [];
  }

  parse(): Expression {
    const expression = this.choice();
    if (this.place < this.tokens.length) this.refuse();
    return expression;
  }

  private choice(): Expression {
    const condition = this.binary(1);
    if (!this.take('?')) return condition;
    const yes = this.choice();
    this.expect(':');
    return { kind: 'choice', condition, yes, no: this.choice() };
  }

  private binary(least: number): Expression {
    let left = this.sign();
    for (;;) {
      const operator = this.tokens[this.place] as Operator;
      const strength = binding[operator];
      if (strength === undefined || strength < least) return left;
      this.place++;
      // Only the power groups to the right.
      const right = this.binary(operator === '**' ? strength : strength + 1);
      left = { kind: 'binary', operator, left, right };
    }
  }

  private sign(): Expression {
    if (!this.take('-')) return this.atom();
    return { kind: 'negative', operand: this.binary(binding['**']) };
  }

  private atom(): Expression {
    const token = this.tokens[this.place++];
    if (token === '(') {
      const inner = this.choice();
      this.expect(')');
      return inner;
    }
    if (token === undefined || !/^\w/.test(token)) this.refuse();
    if (/^\d/.test(token)) return { kind: 'number', text: token };
    if (!this.take('(')) return { kind: 'name', name: token };
    const operands = [this.choice()];
    while (this.take(',')) operands.push(this.choice());
    this.expect(')');
    return { kind: 'call', name: token, operands };
  }

  private take(token: string): boolean {
    if (this.tokens[this.place] !== token) return false;
    this.place++;
    return true;
  }

  private expect(token: string): void {
    if (!this.take(token)) this.refuse();
  }

  private refuse(): never {
    throw new SyntaxError(`${this.text}: unexpected ${this.tokens[this.place] ?? 'end'} at token ${this.place}`);
  }
}

/** Every name that `expression` reads. */
export function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'name':
      return [expression.name];
    case 'negative':
      return namesIn(expression.operand);
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case 'call':
      return expression.operands.flatMap(namesIn);
    case 'choice':
      return [expression.condition, expression.yes, expression.no].flatMap(namesIn);
  }
}

/** Every function that `expression` calls. */
export function callsIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'call':
      return [expression.name, ...expression.operands.flatMap(callsIn)];
    case 'negative':
      return callsIn(expression.operand);
    case 'binary':
      return [...callsIn(expression.left), ...callsIn(expression.right)];
    case 'choice':
      return [expression.condition, expression.yes, expression.no].flatMap(callsIn);
    default:
      return [];
  }
}

/** The expression with other names in the place of its own. */
export function renamed(expression: Expression, names: Readonly<Record<string, string>>): Expression {
  const inside = (part: Expression): Expression => renamed(part, names);
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'name':
      return { kind: 'name', name: names[expression.name] ?? expression.name };
    case 'negative':
      return { ...expression, operand: inside(expression.operand) };
    case 'binary':
      return { ...expression, left: inside(expression.left), right: inside(expression.right) };
    case 'call':
      return { ...expression, operands: expression.operands.map(inside) };
    case 'choice':
      return {
        ...expression,
        condition: inside(expression.condition),
        yes: inside(expression.yes),
        no: inside(expression.no),
      };
  }
}
