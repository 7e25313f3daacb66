// What React DOM knows beyond what the sources of this page have a word for: events that nobody listens to, elements and
// attributes that nobody writes, and steps in the life of a component that none here takes. And the tools of developers,
// who read the page as it is while it is developed.

import type { Found, WithoutCases } from './slimReactFacts.ts';
import { type Edit, isNode, type Node, nameOf, replace, walk } from './syntaxTree.ts';
import type { UsedWords } from './usedWords.ts';

/** Methods that React asks a component for. */
const methods: ReadonlySet<string> = new Set([
  ...['componentWillMount', 'componentWillReceiveProps', 'componentWillUpdate', 'getSnapshotBeforeUpdate'],
  ...['UNSAFE_componentWillMount', 'UNSAFE_componentWillReceiveProps', 'UNSAFE_componentWillUpdate'],
  ...['shouldComponentUpdate', 'componentWillUnmount', 'componentDidUpdate', 'componentDidCatch'],
  ...['componentDidMount', 'getDerivedStateFromProps', 'getDerivedStateFromError', 'getChildContext'],
]);

/** Where elements, attributes, and events are told apart. */
const choosing: ReadonlySet<unknown> = new Set([
  ...['setProp', 'setInitialProperties', 'updateProperties', 'dispatchEventForPluginEventSystem'],
  ...['getListener', 'getEventPriority'],
]);

/** Events that others than React listen to, who then call what is here: d3-zoom and d3-drag. */
export const eventsOfOthers: ReadonlySet<string> = new Set([
  ...['wheel', 'mousedown', 'mousemove', 'mouseup', 'dblclick', 'click', 'dragstart', 'selectstart'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel'],
]);

/** Events that React listens to for the sake of others, and that belong to what it tells of those. */
const eventsOfReact: ReadonlySet<string> = new Set([
  ...['pointerout', 'pointerover', 'mouseout', 'mouseover', 'keyup', 'selectionchange'],
]);

/** Lists of events, attributes, or properties of a style, and whether one of them is used. */
const isUsed: Readonly<Record<string, (name: string, used: UsedWords) => boolean>> = {
  simpleEventPluginEvents: (name, used) => used.has(`on${name.charAt(0).toUpperCase()}${name.slice(1)}`),
  unitlessNumbers: (name, used) => used.has(name),
  mediaEventTypes: (name, used) => used.hasEvent(name),
  nonDelegatedEvents: (name, used) => used.hasEvent(name),
};

/** @throws an Error where React DOM has other insides than these */
export function* editsOfUse(program: Node, code: string, used: UsedWords, withoutCases: WithoutCases): Generator<Edit> {
  const missing = new Set([
    'events of text',
    'tools',
    'aliases',
    'kinds of text',
    'properties of events',
    ...Object.keys(isUsed),
    ...choosing,
  ]);
  for (const [node, parents] of walk(program)) {
    const found =
      ofEvents(node, code, used) ??
      ofLists(node, used) ??
      ofProperties(node, parents, code, used) ??
      ofTools(node, parents, code) ??
      ofComponents(node, used) ??
      ofElements(node, parents, used, withoutCases);
    if (found === null) continue;
    if (found.name !== undefined) missing.delete(found.name);
    yield* found.edits;
  }
  if (missing.size > 0)
    throw new Error(`React DOM has no ${[...missing].join(', ')} any more: see scripts/slimReactUse.ts.`);
}

/** Where events are found in what the browser tells, where they are registered, and what they are made with. */
function ofEvents(node: Node, code: string, used: UsedWords): Found | null {
  const text = node.type === 'IfStatement' ? code.slice(node.start, node.end) : '';
  if (text.startsWith('if (0 === (eventSystemFlags & 7))') && isNode(node.consequent)) {
    // Only the first two of these search for events that somebody may listen to; then come selections and texts.
    const rest = (node.consequent.body as readonly Node[]).filter(({ type }) => type !== 'LabeledStatement');
    const isAsked = ['onSelect', 'onBeforeInput', 'onCompositionStart', 'onCompositionEnd'].some(used.has);
    return { name: 'events of text', edits: isAsked ? [] : rest.map((one) => replace(one, '')) };
  }
  if (node.type === 'ExpressionStatement' && isNode(node.expression) && node.expression.type === 'CallExpression') {
    const { callee, arguments: given } = node.expression;
    if (!/^register(?:Simple|Direct|TwoPhase)Event$/.test(String(nameOf(callee)))) return null;
    const names = (given as readonly Node[])
      .map(({ value }) => String(value))
      .filter((value) => /^on[A-Z]/.test(value));
    return names.length === 0 || names.some(used.has) ? null : { edits: [replace(node, '')] };
  }
  return isMaking(node) ? { edits: [{ start: node.start, end: node.start, text: '/* @__PURE__ */ ' }] } : null;
}

/** `createSyntheticEvent(...)` and `assign({}, ...)` */
function isMaking({ type, callee, arguments: given }: Node): boolean {
  if (type !== 'CallExpression') return false;
  const [first] = given as readonly Node[];
  return (
    nameOf(callee) === 'createSyntheticEvent' || (nameOf(callee) === 'assign' && first?.type === 'ObjectExpression')
  );
}

/** Lists of names, with those alone that are used. */
function ofLists(node: Node, used: UsedWords): Found | null {
  const [target, value] = node.type === 'AssignmentExpression' ? [node.left, node.right] : [node.id, node.init];
  const name = String(nameOf(target));
  if (!isNode(value)) return null;
  if (name === 'aliases') {
    const pairs = (value.arguments as readonly Node[])[0]?.elements as readonly Node[];
    const [first, last] = [pairs[0], pairs.at(-1)];
    if (first === undefined || last === undefined) return null;
    const all = pairs.map(({ elements }) => (elements as readonly Node[]).map((one) => String(one.value)));
    const text = all.flatMap(([alias = '', ...rest]) => (used.has(alias) ? [JSON.stringify([alias, ...rest])] : []));
    return { name, edits: [{ start: first.start, end: last.end, text: text.join(', ') }] };
  }
  const isKnown = isUsed[name];
  const list = Array.from(walk(value), ([one]) => one).find((one) => / \w+ /.test(String(one.value)));
  if (isKnown === undefined || list === undefined) return null;
  const kept = String(list.value)
    .split(' ')
    .filter((one) => isKnown(one, used));
  return { name, edits: [replace(list, JSON.stringify(kept.join(' ')))] };
}

/** What an event is told of by properties, and which fields are fields of text. */
function ofProperties(node: Node, parents: readonly Node[], code: string, used: UsedWords): Found | null {
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'listenToNonDelegatedEvent') {
    const [event] = node.arguments as readonly Node[];
    return typeof event?.value === 'string' && !used.hasEvent(event.value)
      ? { edits: [replace(node, 'void 0')] }
      : null;
  }
  if (node.type !== 'Property' || parents[0]?.type !== 'ObjectExpression' || !isNode(node.key)) return null;
  const around = parents.find(({ type }) => type === 'VariableDeclarator' || /Function/.test(type));
  const holder = around?.type === 'VariableDeclarator' ? String(nameOf(around.id)) : '';
  const key = String(node.key.value ?? nameOf(node.key));
  const isOfEvent = /Interface$/.test(holder);
  if (!isOfEvent && holder !== 'supportedInputTypes') return null;
  const isKept = isOfEvent ? used.has(key) : used.hasElement(key.replace(/-.*/, ''));
  const after = /^\s*,/.exec(code.slice(node.end))?.[0].length ?? 0;
  return {
    name: isOfEvent ? 'properties of events' : 'kinds of text',
    edits: isKept ? [] : [{ start: node.start, end: node.end + after, text: '' }],
  };
}

/** React tells the tools of developers of itself, and hands out what it made of a component. */
function ofTools(node: Node, [parent]: readonly Node[], code: string): Found | null {
  if (node.type === 'IfStatement' || node.type === 'ExpressionStatement') {
    const text = code.slice(node.start, node.end);
    if (text.startsWith('if ("undefined" !== typeof __REACT_DEVTOOLS_GLOBAL_HOOK__)'))
      return { name: 'tools', edits: [replace(node, '')] };
    return text.startsWith('ReactDOMSharedInternals.findDOMNode =') ? { edits: [replace(node, '')] } : null;
  }
  if (node.type !== 'Identifier' || node.name !== 'injectedHook' || parent?.type === 'VariableDeclarator') return null;
  return parent?.type === 'AssignmentExpression' && parent.left === node ? null : { edits: [replace(node, 'null')] };
}

/** `"function" === typeof instance.componentWillMount` is never so where no component has it. */
function ofComponents({ type, left, right, operator, start, end }: Node, used: UsedWords): Found | null {
  if (type !== 'BinaryExpression' || !isNode(left) || left.value !== 'function') return null;
  const argument = isNode(right) && right.type === 'UnaryExpression' ? right.argument : undefined;
  const name = isNode(argument) && argument.type === 'MemberExpression' ? String(nameOf(argument.property)) : '';
  if (!methods.has(name) || used.has(name)) return null;
  return { edits: [{ start, end, text: operator === '===' ? '!1' : '!0' }] };
}

/** Elements with names of their own like `a-b`, and all that no source has a word for. */
function ofElements(node: Node, parents: readonly Node[], used: UsedWords, withoutCases: WithoutCases): Found | null {
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'isCustomElement')
    return { edits: [replace(node, '!1')] };
  if (node.type !== 'SwitchStatement') return null;
  const name = parents.map(({ type, id }) => type === 'FunctionDeclaration' && nameOf(id)).find(Boolean);
  const discriminant = nameOf(node.discriminant);
  const isKnown = discriminant === 'tag' ? used.hasElement : discriminant === 'domEventName' ? used.hasEvent : used.has;
  const isPriority = name === 'getEventPriority';
  const isHeard = (event: string): boolean => used.has(event) || eventsOfOthers.has(event) || eventsOfReact.has(event);
  // Of those of React's events only the first switch, which finds out what an event is made with.
  const [first] = node.cases as readonly Node[];
  if (
    !choosing.has(name) ||
    (discriminant === 'domEventName' && !isPriority && !(isNode(first?.test) && first.test.value === 'keypress'))
  )
    return null;
  const isNever = (test: unknown): boolean =>
    isNode(test) &&
    // Whoever listens to an event has a word for it, but those.
    !(isPriority && isHeard(String(test.value))) &&
    !isKnown(typeof test.value === 'string' ? test.value : String(nameOf(test)).replace('_', '').toLowerCase());
  return { name: String(name), edits: withoutCases(node, parents, isNever) };
}
