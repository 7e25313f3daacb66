// React DOM without what a page that was never rendered on a server, and uses a part of React only, can never reach:
// hydration, the kinds of fibers and the hooks that no component here asks for, and what belongs to them. Whoever asks for
// one after all gets an error at once, and another version of React DOM, with other insides, does not build.

import type { Plugin } from 'vite';

/** A node of the syntax tree, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Kinds of fibers by their tag in React. */
const kindsThatNeverAre: ReadonlySet<unknown> = new Set([
  // Portal, ForwardRef, Profiler
  ...[4, 11, 12],
  // DehydratedFragment, SuspenseList, Scope, LegacyHidden, TracingMarker
  ...[18, 19, 21, 23, 25],
  // HostHoistable, HostSingleton, ViewTransition, Activity
  ...[26, 27, 30, 31],
]);

export const hooksThatNobodyUses: ReadonlySet<string> = new Set([
  ...['useActionState', 'useFormState', 'useOptimistic', 'useHostTransitionStatus', 'useTransition'],
  ...['useDeferredValue', 'useImperativeHandle', 'useInsertionEffect', 'useDebugValue', 'useReducer'],
  ...['useMemoCache', 'useCacheRefresh', 'useEffectEvent'],
]);

/** Functions of which nothing is left but what they return. */
const functionsWithoutUse: Readonly<Record<string, string>> = {
  // Elements that React would move to the head of the document.
  isHostHoistableType: '!1',
  // Events that wait for a part of the page that is not hydrated yet.
  queueIfContinuousEvent: '!1',
  clearIfContinuousEvent: '',
  retryIfBlockedOn: '',
  attemptExplicitHydrationTarget: '',
  popHydrationState: '!1',
  // Commits that wait for style sheets and pictures which React itself has inserted.
  accumulateSuspenseyCommitOnFiber: '',
  waitForCommitToBeReady: 'null',
  // Forms whose action is a function.
  extractEvents$1: '',
  // The list of components above an error, which is handed to handlers that nobody sets.
  getStackByFiberInDevAndProd: "''",
  // The browser's sign of a page that is loading, for transitions.
  defaultOnDefaultTransitionIndicator: '',
};

/** Members of what React DOM offers to others. */
const membersThatNobodyUses: ReadonlySet<string> = new Set(['hydrateRoot']);

/** What React DOM does with the document's head for others, by the letters that it goes by. */
const workInTheHead: ReadonlySet<string> = new Set([...'DCLmXSM', 'r']);

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** React DOM's client, slimmed. @throws an Error where it is not the one that is known */
export function slimReact(code: string, parse: (code: string) => Node): string {
  const first = applied(code, [...editsIn(parse(code), code)]);
  return applied(first, [...unreachable(parse(first))]);
}

function applied(code: string, edits: readonly Edit[]): string {
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

function* editsIn(program: Node, code: string): Generator<Edit> {
  const missing = new Set([...Object.keys(functionsWithoutUse), 'isHydrating', 'hydrateRoot']);
  for (const [node, parents] of walk(program)) {
    const found = editOf(node, parents, code);
    if (found === null) continue;
    if (found.name !== undefined) missing.delete(found.name);
    yield* found.edits;
  }
  if (missing.size > 0)
    throw new Error(`React DOM has no ${[...missing].join(', ')} any more: see scripts/slimReact.ts.`);
}

/** Every node with those around it, the nearest first; of the living ones only those that are not behind a `!1`. */
function* walk(
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

interface Found {
  readonly name?: string;
  readonly edits: readonly Edit[];
}

const nameOf = (node: unknown): unknown => (isNode(node) && node.type === 'Identifier' ? node.name : undefined);
const replace = ({ start, end }: Node, text: string): Edit => ({ start, end, text });

function editOf(node: Node, parents: readonly Node[], code: string): Found | null {
  if (node.type === 'FunctionDeclaration') return emptied(node);
  if (node.type === 'CallExpression' && functionsWithoutUse[String(nameOf(node.callee))] === '!1')
    return { edits: [replace(node, '!1')] };
  if (node.type === 'SwitchStatement' && isTag(node.discriminant)) return { edits: withoutCases(node, parents) };
  if (node.type === 'BinaryExpression') return comparison(node);
  if (node.type === 'Identifier' && node.name === 'isHydrating') return hydrating(node, parents);
  if (node.type === 'Property' && hooksThatNobodyUses.has(String(nameOf(node.key))))
    return inDispatcher(node, parents, code);
  if (node.type === 'Property' && workInTheHead.has(String(nameOf(node.key)))) return ofInternals(node, parents, code);
  if (node.type === 'ExpressionStatement' && isNode(node.expression)) return assignment(node, node.expression);
  return null;
}

function emptied(node: Node): Found | null {
  const name = String(nameOf(node.id));
  const value = functionsWithoutUse[name];
  if (value === undefined || !isNode(node.body)) return null;
  return { name, edits: [replace(node.body, value === '' ? '{}' : `{ return ${value}; }`)] };
}

const isTag = (node: unknown): boolean =>
  isNode(node) && node.type === 'MemberExpression' && nameOf(node.property) === 'tag';

const isNever = (node: unknown): boolean =>
  isNode(node) && node.type === 'Literal' && kindsThatNeverAre.has(node.value);

/** `26 === fiber.tag` is never so. */
function comparison(node: Node): Found | null {
  const { left, right, operator } = node;
  if (!((isTag(left) && isNever(right)) || (isNever(left) && isTag(right)))) return null;
  if (operator === '===') return { edits: [replace(node, '!1')] };
  return operator === '!==' ? { edits: [replace(node, '!0')] } : null;
}

/** A case that never is goes, with what it does unless another falls into it; its variables stay. */
function withoutCases(node: Node, parents: readonly Node[]): Edit[] {
  const cases = node.cases as readonly Node[];
  const body = parents.find(({ type }) => /Function/.test(type))?.body;
  return cases.flatMap((one, index) => {
    if (!isNever(one.test)) return [];
    const before = cases.slice(0, index).findLast(({ test }) => !isNever(test));
    const between = cases.slice(before === undefined ? 0 : cases.indexOf(before), index);
    const fallsIn = before !== undefined && !between.some(({ consequent }) => ends(consequent as readonly Node[]));
    const [first] = one.consequent as readonly Node[];
    if (fallsIn) return [{ start: one.start, end: first?.start ?? one.end, text: '' }];
    const names = isNode(body) ? variablesIn(one) : [];
    const kept = isNode(body) ? [{ start: body.start + 1, end: body.start + 1, text: `var ${names.join(', ')};` }] : [];
    return [replace(one, ''), ...(names.length > 0 ? kept : [])];
  });
}

/** Names declared in a node for the whole function around it. */
const variablesIn = (node: Node): readonly string[] =>
  Array.from(walk(node)).flatMap(([{ type, id }, parents]) =>
    type === 'VariableDeclarator' && !parents.some((parent) => /Function/.test(parent.type))
      ? [String(nameOf(id))]
      : [],
  );

function ends(statements: readonly Node[]): boolean {
  const last = statements.at(-1);
  if (last === undefined) return false;
  if (last.type === 'BlockStatement') return ends(last.body as readonly Node[]);
  return ['BreakStatement', 'ReturnStatement', 'ThrowStatement', 'ContinueStatement'].includes(last.type);
}

/** The variable of the whole file, not a parameter that is called the same. */
function hydrating(node: Node, parents: readonly Node[]): Found | null {
  const isParameter = parents.some(
    ({ params }) => Array.isArray(params) && params.some((one) => nameOf(one) === 'isHydrating'),
  );
  const [parent] = parents;
  if (isParameter || parent === undefined || (parent.type === 'Property' && parent.key === node)) return null;
  if (parent.type === 'MemberExpression' && parent.property === node) return null;
  if (parent.type === 'VariableDeclarator' && parent.id === node) return { name: 'isHydrating', edits: [] };
  if (parent.type === 'AssignmentExpression' && parent.left === node) return { edits: [replace(parent, '!1')] };
  return { edits: [replace(node, '!1')] };
}

/** The property of a dispatcher of hooks, with the comma after it. */
function inDispatcher(node: Node, parents: readonly Node[], code: string): Found | null {
  const holder = parents[1];
  const name = holder?.type === 'VariableDeclarator' ? String(nameOf(holder.id)) : '';
  if (!/Dispatcher/.test(name)) return null;
  const after = /^\s*,/.exec(code.slice(node.end))?.[0].length ?? 0;
  return { edits: [{ start: node.start, end: node.end + after, text: '' }] };
}

/** A property of `ReactDOMSharedInternals.d = {...}` */
function ofInternals(node: Node, [, parent]: readonly Node[], code: string): Found | null {
  const { left } = parent ?? {};
  if (!isNode(left) || !/Internals\.d$/.test(code.slice(left.start, left.end))) return null;
  const after = /^\s*,/.exec(code.slice(node.end))?.[0].length ?? 0;
  return { edits: [{ start: node.start, end: node.end + after, text: '' }] };
}

/** `Dispatcher.useX = ...` and `exports.hydrateRoot = ...` */
function assignment(statement: Node, { type, left }: Node): Found | null {
  if (type !== 'AssignmentExpression' || !isNode(left) || left.type !== 'MemberExpression') return null;
  const name = String(nameOf(left.property));
  const isDropped =
    membersThatNobodyUses.has(name) ||
    (hooksThatNobodyUses.has(name) && /Dispatcher/.test(String(nameOf(left.object))));
  return isDropped ? { name, edits: [replace(statement, '')] } : null;
}

/** Functions of the file that nothing leads to any more, also where they call each other. */
function* unreachable(program: Node): Generator<Edit> {
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

/** Slims React DOM where the page is built. */
export const slimReactDom = (): Plugin => ({
  name: 'slim-react-dom',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/react-dom-client.production.js')) return null;
    return { code: slimReact(code, (text) => this.parse(text) as unknown as Node), map: null };
  },
});
