// React DOM without what a page that was never rendered on a server, and uses a part of React only, can never reach:
// hydration, the kinds of fibers and the hooks that no component here asks for, and what belongs to them. Whoever asks for
// one after all gets an error at once, and another version of React DOM, with other insides, does not build.

import type { Plugin } from 'vite';
import { adoptingReact } from './adoptingReact.ts';
import { asModule, passedOn } from './reactModules.ts';
import { withShortProperties } from './shortProperties.ts';
import { browsers } from './slimReactBrowsers.ts';
import { ofClasses } from './slimReactClasses.ts';
import { editsOfErrors } from './slimReactErrors.ts';
import { editsOfFacts, type Found } from './slimReactFacts.ts';
import { never } from './slimReactNever.ts';
import { piecesOfOthers } from './slimReactOthers.ts';
import { withPieces } from './slimReactPieces.ts';
import { fromServer } from './slimReactServer.ts';
import { editsOfUse } from './slimReactUse.ts';
import { applied, type Edit, isNode, type Node, nameOf, replace, unreachable, walk } from './syntaxTree.ts';
import { type UsedWords, usedWords } from './usedWords.ts';

export const hooksThatNobodyUses: ReadonlySet<string> = new Set([
  ...['useActionState', 'useFormState', 'useOptimistic', 'useHostTransitionStatus', 'useTransition'],
  ...['useDeferredValue', 'useImperativeHandle', 'useInsertionEffect', 'useDebugValue', 'useReducer'],
  ...['useMemoCache', 'useCacheRefresh', 'useEffectEvent'],
]);

/** Members of what React DOM offers to others. */
const membersThatNobodyUses: ReadonlySet<string> = new Set(['hydrateRoot']);

/** What React DOM does with the document's head for others, by the letters that it goes by. */
const workInTheHead: ReadonlySet<string> = new Set([...'DCLmXSM', 'r']);

/** What somebody asks for of each file of React beside the client of React DOM, which is slimmed more closely. */
export const keptExports: Readonly<Record<string, readonly string[]>> = {
  'react.production.js': [
    ...['Component', 'Fragment', 'StrictMode', 'Suspense', 'createContext', 'createElement', 'memo'],
    ...['use', 'useCallback', 'useContext', 'useEffect', 'useId', 'useLayoutEffect', 'useMemo', 'useRef', 'useState'],
    ...['useSyncExternalStore', 'useDebugValue', '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE'],
  ],
  'react-dom.production.js': [...['flushSync', '__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE']],
  'scheduler.production.js': [
    ...['ImmediatePriority', 'UserBlockingPriority', 'NormalPriority', 'LowPriority', 'IdlePriority'],
    ...['now', 'scheduleCallback', 'cancelCallback', 'getCurrentPriorityLevel', 'shouldYield', 'requestPaint'],
  ].map((name) => `unstable_${name}`),
};

/** React DOM's client, slimmed. @throws an Error where it is not the one that is known */
export function slimReact(code: string, parse: (code: string) => Node, used: UsedWords): string {
  const before = withPieces(code, [...browsers, ...fromServer, ...ofClasses, ...never], used);
  const program = parse(before);
  const edits = [editsIn(program, before), editsOfErrors(program), editsOfFacts(program, before, used, withoutCases)];
  const first = applied(
    before,
    [...edits, editsOfUse(program, before, used, withoutCases)].flatMap((some) => [...some]),
  );
  return applied(first, [...unreachable(parse(first))]);
}

/** Another file of React, slimmed. @throws an Error where it is not the one that is known */
export function slimOther(code: string, file: string, parse: (code: string) => Node, used: UsedWords): string {
  return withExports(withPieces(code, piecesOfOthers[file] ?? [], used), keptExports[file] ?? [], parse);
}

/** A file of React with those of its exports alone that are named. @throws an Error where it has one of them not */
export function withExports(code: string, kept: readonly string[], parse: (code: string) => Node): string {
  const statements = (parse(code).body as readonly Node[]).flatMap((one) => {
    const name = exportIn(one);
    return name === null ? [] : [{ one, name }];
  });
  const missing = kept.filter((name) => !statements.some((other) => other.name === name));
  if (missing.length > 0) throw new Error(`React has no ${missing.join(', ')} any more: see scripts/slimReact.ts.`);
  const unasked = statements.filter(({ name }) => !kept.includes(name));
  const first = applied(
    code,
    unasked.map(({ one }) => replace(one, '')),
  );
  return applied(first, [...unreachable(parse(first))]);
}

/** The name in `exports.name = ...` */
function exportIn({ type, expression }: Node): string | null {
  if (type !== 'ExpressionStatement' || !isNode(expression) || expression.type !== 'AssignmentExpression') return null;
  const { left } = expression;
  if (!isNode(left) || left.type !== 'MemberExpression' || nameOf(left.object) !== 'exports') return null;
  return String(nameOf(left.property));
}

function* editsIn(program: Node, code: string): Generator<Edit> {
  const missing = new Set(membersThatNobodyUses);
  for (const [node, parents] of walk(program)) {
    const found = editOf(node, parents, code);
    if (found === null) continue;
    if (found.name !== undefined) missing.delete(found.name);
    yield* found.edits;
  }
  if (missing.size > 0)
    throw new Error(`React DOM has no ${[...missing].join(', ')} any more: see scripts/slimReact.ts.`);
}

function editOf(node: Node, parents: readonly Node[], code: string): Found | null {
  if (node.type === 'Property' && hooksThatNobodyUses.has(String(nameOf(node.key))))
    return inDispatcher(node, parents, code);
  if (node.type === 'Property' && workInTheHead.has(String(nameOf(node.key)))) return ofInternals(node, parents, code);
  if (node.type === 'ExpressionStatement' && isNode(node.expression)) return assignment(node, node.expression);
  return null;
}

/** A case that never is goes, with what it does unless another falls into it; its variables stay. */
function withoutCases(node: Node, parents: readonly Node[], isNever: (test: unknown) => boolean): Edit[] {
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

/** Slims React DOM where the page is built, by what the sources in `folder` use of it. */
export const slimReactDom = (folder: string): Plugin => ({
  name: 'slim-react-dom',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    const parse = (text: string): Node => this.parse(text) as unknown as Node;
    const passing = passedOn(id);
    if (passing !== null) return { code: passing, map: null };
    const file = id.slice(id.lastIndexOf('/') + 1);
    const kept = keptExports[file];
    if (file === 'react-dom-client.production.js')
      return {
        code: asModule(withShortProperties(slimReact(adoptingReact(code), parse, usedWords(folder))), file),
        map: null,
      };
    if (file === 'react-jsx-runtime.production.js') return { code: asModule(code, file), map: null };
    return kept === undefined
      ? null
      : { code: asModule(slimOther(code, file, parse, usedWords(folder)), file, kept), map: null };
  },
});
