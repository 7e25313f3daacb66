// The syntax tree of a script, as far as slimming it needs one.

/** A node of the syntax tree, as far as it is looked at. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function applied(code: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    // What stands in something that is replaced is gone with it.
    if (edit.start < at) continue;
    text += code.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + code.slice(at);
}

export const nameOf = (node: unknown): unknown => (isNode(node) && node.type === 'Identifier' ? node.name : undefined);
export const replace = ({ start, end }: Node, text: string): Edit => ({ start, end, text });

/** Every node with those around it, the nearest first; of the living ones only those that are not behind a `!1`. */
export function* walk(
  node: Node,
  parents: readonly Node[] = [],
  onlyLiving = false,
): Generator<readonly [Node, readonly Node[]]> {
  yield [node, parents];
  const inside = [node, ...parents];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'type' || (onlyLiving && isDead(node, key))) continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) yield* walk(child, inside, onlyLiving);
  }
}

/** `!1`, also with something before it that has no effect. */
function isFalse(node: unknown): boolean {
  if (!isNode(node)) return false;
  if (node.type === 'LogicalExpression') return node.operator === '&&' && (isFalse(node.left) || isFalse(node.right));
  return node.type === 'UnaryExpression' && isNode(node.argument) && node.argument.value === 1;
}

/** Whether this member of a node is never evaluated. */
function isDead({ type, test, left, operator }: Node, key: string): boolean {
  if (type === 'IfStatement' || type === 'ConditionalExpression') return key === 'consequent' && isFalse(test);
  return type === 'LogicalExpression' && key === 'right' && operator === '&&' && isFalse(left);
}

/** Functions of the file that nothing leads to any more, also where they call each other. */
export function* unreachable(program: Node): Generator<Edit> {
  const statements = program.body as readonly Node[];
  const functions = new Map(
    statements.flatMap((one) => (one.type === 'FunctionDeclaration' ? [[String(nameOf(one.id)), one] as const] : [])),
  );
  const reached = new Set<string>();
  const reach = (node: Node): void => {
    for (const [{ type, name }] of walk(node, [], true)) {
      const target = type === 'Identifier' ? functions.get(String(name)) : undefined;
      if (target === undefined || reached.has(String(name))) continue;
      reached.add(String(name));
      reach(target);
    }
  };
  for (const one of statements) if (one.type !== 'FunctionDeclaration') reach(one);
  for (const [name, one] of functions) if (!reached.has(name)) yield replace(one, '');
}
