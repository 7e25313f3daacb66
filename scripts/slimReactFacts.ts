// What is always the same in React DOM on this page, as the page is built: functions that return one value, variables and
// properties that have one, kinds of fibers and of elements that never are, and errors that are never thrown.

import { type Edit, isNode, type Node, nameOf, replace, walk } from './syntaxTree.ts';
import type { UsedWords } from './usedWords.ts';

/** Kinds of fibers by their tag in React. */
const kindsThatNeverAre: ReadonlySet<unknown> = new Set([
  // Portal, ContextConsumer, ForwardRef, Profiler, LazyComponent, IncompleteClassComponent
  ...[4, 9, 11, 12, 16, 17],
  // DehydratedFragment, SuspenseList, Scope, LegacyHidden, Cache, TracingMarker
  ...[18, 19, 21, 23, 24, 25],
  // HostHoistable, HostSingleton, IncompleteFunctionComponent, ViewTransition, Activity
  ...[26, 27, 28, 30, 31],
]);

/** What those are made of: whoever hands one to React gets the error of an element that is none. */
const typesThatNeverAre: ReadonlySet<unknown> = new Set(
  ['PORTAL', 'CONSUMER', 'FORWARD_REF', 'PROFILER', 'SUSPENSE_LIST', 'ACTIVITY', 'LAZY'].map(
    (name) => `REACT_${name}_TYPE`,
  ),
);

/** Errors by which React tells itself of what never is: pictures a commit waits for, hydration, and actions. */
const neverThrown: ReadonlySet<unknown> = new Set([
  ...['SuspenseActionException', 'SuspenseyCommitException', 'SelectiveHydrationException'],
  'noopSuspenseyCommitThenable',
]);

/** Reasons to wait that belong to these, and to updates within transitions. */
const reasonsThatNeverAre: ReadonlySet<unknown> = new Set([2, 4, 5, 8, 9]);

/** Lanes of hydration, of gestures and transitions, and of what is deferred, and where lanes are told apart. */
const lanesThatNeverAre: ReadonlySet<unknown> = new Set([
  ...[1, 4, 16, 64, 128, ...Array.from({ length: 14 }, (_, place) => 256 << place)],
  ...[67_108_864, 134_217_728, 1_073_741_824],
]);

const choosingLanes: ReadonlySet<unknown> = new Set(['getHighestPriorityLanes', 'computeExpirationTime']);

/** Functions of which nothing is left but what they return. */
export const functionsWithoutUse: Readonly<Record<string, string>> = {
  // Elements that React would move to the head of the document, and the document's own.
  isHostHoistableType: '!1',
  isSingletonScope: '!1',
  // Hydration, and events that wait for a part of the page that is not hydrated yet.
  queueIfContinuousEvent: '!1',
  clearIfContinuousEvent: '',
  retryIfBlockedOn: '',
  attemptExplicitHydrationTarget: '',
  popHydrationState: '!1',
  upgradeHydrationErrorsToRecoverable: 'null',
  commitSuspenseHydrationCallbacks: '',
  // Where a fiber stands among its siblings, for the ids of what was rendered on a server.
  popTreeContext: '',
  // Commits that wait for style sheets and pictures which React itself has inserted.
  accumulateSuspenseyCommitOnFiber: '',
  waitForCommitToBeReady: 'null',
  // Forms whose action is a function.
  extractEvents$1: '',
  recursivelyResetForms: '',
  // The list of components above an error, which is handed to handlers that nobody sets.
  getStackByFiberInDevAndProd: "''",
  // The browser's sign of a page that is loading, for transitions.
  defaultOnDefaultTransitionIndicator: '',
  // Updates within transitions.
  entangleTransitions: '',
  entangleTransitionUpdate: '',
  requestTransitionLane: '0',
  markSpawnedDeferredLane: '',
  shouldAttemptEagerTransition: '!1',
  suspendIfUpdateReadFromEntangledAsyncAction: '',
  // What a render on a server would have cached.
  createCache: 'null',
  releaseCache: '',
  peekCacheFromPool: 'null',
  getSuspendedCache: 'null',
  pushTransition: '',
  commitOffscreenPassiveMountEffects: '',
  releaseRootPooledCache: '',
  pushAsyncDispatcher: 'null',
  // What is rendered is put into an element of its own, not into the document, its head, or its body.
  clearContainerSparingly: '',
  // Every attribute has its name from the sources.
  isAttributeNameSafe: '!0',
};

/** Variables of the whole file that are never given another value. */
const variables: Readonly<Record<string, string>> = {
  isHydrating: '!1',
  hydrationErrors: 'null',
  currentReplayingEvent: 'null',
  canUseDOM: '!0',
  isInputEventSupported: '!0',
  passiveBrowserEventsSupported: '!0',
  shouldDoubleInvokeUserFnsInHooksDEV: '!1',
  didReadFromEntangledAsyncAction: '!1',
  didReadFromEntangledAsyncAction$60: '!1',
  currentEntangledLane: '0',
  currentEventTransitionLane: '0',
  currentHoistableRoot: 'null',
  tagCaches: 'null',
  needsFormReset: '!1',
  workInProgressTransitions: 'null',
  pendingPassiveTransitions: 'null',
  workInProgressDeferredLane: '0',
};

/** Properties that are never given another value, of which nothing is left but what is read of them. */
const properties: Readonly<Record<string, string>> = {
  dehydrated: 'null',
  isDehydrated: '!1',
  treeContext: 'null',
  hydrationErrors: 'null',
  retryLane: '0',
  formState: 'null',
  cache: 'null',
  cachePool: 'null',
  pooledCache: 'null',
  pooledCacheLanes: '0',
  revertLane: '0',
  gesture: 'null',
  memoCache: 'null',
  events: 'null',
  pendingContext: 'null',
  incompleteTransitions: 'null',
  _pendingMarkers: 'null',
  _transitions: 'null',
  _retryCache: 'null',
  transitions: 'null',
};

/** Those of them that a source has to have a word for. */
const variablesOfUse: Readonly<Record<string, readonly [word: string, value: string]>> = {
  hasForceUpdate: ['forceUpdate', '!1'],
};

const propertiesOfUse: Readonly<Record<string, readonly [word: string, value: string]>> = {
  contextType: ['contextType', 'void 0'],
  defaultProps: ['defaultProps', 'void 0'],
  getDerivedStateFromProps: ['getDerivedStateFromProps', 'void 0'],
};

/** Stacks that nobody reads. */
const stacksWithoutUse: ReadonlySet<unknown> = new Set([
  'resumedCache',
  'CacheContext',
  'hostTransitionProviderCursor',
]);

/** Names of which at least one has to be found in React DOM: another version may call the same otherwise. */
const namesOfFacts: readonly string[] = [
  ...[functionsWithoutUse, variables, properties, variablesOfUse, propertiesOfUse].flatMap(Object.keys),
  ...[...stacksWithoutUse, ...neverThrown, ...typesThatNeverAre, ...choosingLanes].map(String),
];

export interface Found {
  readonly name?: string;
  readonly edits: readonly Edit[];
}

/** What removes cases of a switch that never are. */
export type WithoutCases = (
  node: Node,
  parents: readonly Node[],
  isNever: (test: unknown) => boolean,
) => readonly Edit[];

/** @throws an Error where React DOM has other insides than these */
export function* editsOfFacts(
  program: Node,
  code: string,
  used: UsedWords,
  withoutCases: WithoutCases,
): Generator<Edit> {
  const known = factsOf(used);
  const missing = new Set(namesOfFacts);
  for (const [node, parents] of walk(program)) {
    if (node.type === 'Identifier') missing.delete(String(node.name));
    yield* emptied(node) ??
      called(node) ??
      chosen(node, parents, withoutCases) ??
      constant(node, parents, code, known) ??
      [];
  }
  if (missing.size > 0)
    throw new Error(`React DOM has no ${[...missing].join(', ')} any more: see scripts/slimReactFacts.ts.`);
}

interface Facts {
  readonly variables: ReadonlyMap<unknown, string>;
  readonly properties: ReadonlyMap<unknown, string>;
}

function factsOf(used: UsedWords): Facts {
  const unused = (facts: typeof variablesOfUse): readonly (readonly [string, string])[] =>
    Object.entries(facts).flatMap(([name, [word, value]]) => (used.has(word) ? [] : [[name, value] as const]));
  return {
    variables: new Map([...Object.entries(variables), ...unused(variablesOfUse)]),
    properties: new Map([...Object.entries(properties), ...unused(propertiesOfUse)]),
  };
}

/** A function that only returns something is no more than that. */
function emptied(node: Node): readonly Edit[] | null {
  const value = node.type === 'FunctionDeclaration' ? functionsWithoutUse[String(nameOf(node.id))] : undefined;
  if (value === undefined || !isNode(node.body)) return null;
  return [replace(node.body, value === '' ? '{}' : `{ return ${value}; }`)];
}

/** Neither is a call of it, nor of what puts something onto a stack that nobody reads. */
function called({ type, callee, arguments: given, start, end }: Node): readonly Edit[] | null {
  if (type !== 'CallExpression') return null;
  const name = String(nameOf(callee));
  const isOfStack = /^(?:push|pop)(?:Provider)?$/.test(name) && (given as unknown[]).some(isStackWithoutUse);
  const value = isOfStack ? '' : functionsWithoutUse[name];
  return value === undefined ? null : [{ start, end, text: value === '' ? 'void 0' : value }];
}

const isStackWithoutUse = (node: unknown): boolean => stacksWithoutUse.has(nameOf(node));

const isTag = (node: unknown): boolean =>
  isNode(node) &&
  (node.type === 'MemberExpression'
    ? nameOf(node.property) === 'tag'
    : /^(?:tag|nodeTag|grandTag|_instance\d?)$/.test(String(nameOf(node))));

const isOf = (values: ReadonlySet<unknown>, node: unknown): boolean =>
  isNode(node) && values.has(node.type === 'Literal' ? node.value : nameOf(node));

/** What is never so, of the two sides of a comparison or of what a switch chooses by and one of its cases. */
const isNever = (one: unknown, other: unknown): boolean =>
  (isTag(one) && isOf(kindsThatNeverAre, other)) ||
  (/^(?:workInProgressS|s)uspendedReason$/.test(String(nameOf(one))) && isOf(reasonsThatNeverAre, other)) ||
  isOf(typesThatNeverAre, other) ||
  isOf(neverThrown, other);

/** `26 === fiber.tag` is never so. */
function chosen(node: Node, parents: readonly Node[], withoutCases: WithoutCases): readonly Edit[] | null {
  const { type, left, right, operator, discriminant } = node;
  if (type === 'SwitchStatement') {
    const isOfLanes = parents.some(({ id }) => choosingLanes.has(nameOf(id)));
    const edits = withoutCases(
      node,
      parents,
      (test) => isNode(test) && (isNever(discriminant, test) || (isOfLanes && isOf(lanesThatNeverAre, test))),
    );
    return edits.length > 0 ? edits : null;
  }
  if (type !== 'BinaryExpression' || !(isNever(left, right) || isNever(right, left))) return null;
  if (operator === '===') return [replace(node, '!1')];
  return operator === '!==' ? [replace(node, '!0')] : null;
}

/** The variable of the whole file, not a parameter that is called the same; and the property of anything. */
function constant(
  node: Node,
  parents: readonly Node[],
  code: string,
  { variables, properties }: Facts,
): readonly Edit[] | null {
  const [parent] = parents;
  if (parent === undefined) return null;
  if (node.type === 'MemberExpression' && node.computed !== true) {
    const isOfTransition =
      nameOf(node.object) === 'ReactSharedInternals' && /^[TSA]$/.test(String(nameOf(node.property)));
    const value = isOfTransition ? 'null' : properties.get(nameOf(node.property));
    return value === undefined ? null : readOrSet(node, parent, value);
  }
  if (node.type === 'Property' && parent.type === 'ObjectExpression' && properties.has(nameOf(node.key))) {
    const after = /^\s*,/.exec(code.slice(node.end))?.[0].length ?? 0;
    return [{ start: node.start, end: node.end + after, text: '' }];
  }
  const value = node.type === 'Identifier' ? variables.get(node.name) : undefined;
  if (value === undefined || isDeclared(node, parents)) return null;
  return readOrSet(node, parent, value);
}

/** Who reads it has the value; who sets it to something still does what that takes. */
function readOrSet(node: Node, parent: Node, value: string): readonly Edit[] {
  if (parent.type !== 'AssignmentExpression' || parent.left !== node) return [replace(node, value)];
  const { right, start, end, operator } = parent;
  if (operator !== '=' || !isNode(right)) return [replace(parent, value)];
  return [
    { start, end: right.start, text: '(' },
    { start: right.end, end, text: ')' },
  ];
}

/** Whether a name stands where it is declared, or as a property's, or means a parameter. */
function isDeclared(node: Node, parents: readonly Node[]): boolean {
  const [parent] = parents;
  if (parent?.type === 'VariableDeclarator' && parent.id === node) return true;
  if (parent?.type === 'Property' && parent.key === node) return true;
  if (parent?.type === 'MemberExpression' && parent.property === node) return true;
  return parents.some(({ params }) => Array.isArray(params) && params.some((one) => nameOf(one) === node.name));
}
