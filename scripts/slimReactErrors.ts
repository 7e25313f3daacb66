// React DOM without the errors by which it would tell itself that it is broken. Those that tell the author of a component
// what is wrong with it stay.

import { type Edit, isNode, type Node, nameOf, replace, walk } from './syntaxTree.ts';

/** By number, as in https://react.dev/errors/153 */
const internal: ReadonlySet<unknown> = new Set([
  ...[33, 153, 156, 160, 161, 162, 163, 166, 177, 311, 314, 349, 387, 435, 459, 462],
]);

/** The number in `throw Error(formatProdErrorMessage(153))`, where it is one of those. */
function numberOf(node: unknown): unknown {
  const one = isNode(node) && node.type === 'BlockStatement' ? (node.body as readonly unknown[])[0] : node;
  if (!isNode(one) || one.type !== 'ThrowStatement') return null;
  const [message] = argumentsOf(one.argument, 'Error');
  const [number] = argumentsOf(message, 'formatProdErrorMessage');
  return isNode(number) && internal.has(number.value) ? number.value : null;
}

const argumentsOf = (node: unknown, name: string): readonly unknown[] =>
  isNode(node) && node.type === 'CallExpression' && nameOf(node.callee) === name
    ? (node.arguments as readonly unknown[])
    : [];

/** @throws an Error where React DOM has not each of them */
export function* editsOfErrors(program: Node): Generator<Edit> {
  const missing = new Set(internal);
  for (const [node] of walk(program)) {
    const number = numberOf(node.type === 'IfStatement' && node.alternate === null ? node.consequent : node);
    if (number === null || node.type === 'BlockStatement') continue;
    missing.delete(number);
    yield replace(node, ';');
  }
  if (missing.size > 0)
    throw new Error(`React DOM has no error ${[...missing].join(', ')} any more: see scripts/slimReactErrors.ts.`);
}
