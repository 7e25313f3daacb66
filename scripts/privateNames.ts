// Short names for the private members of classes: TypeScript sees to it that only the class itself reads them.

import { type Plugin, parseSync } from 'vite';
import { applied, type Edit, isNode, type Node, nameOf, replace } from './syntaxTree.ts';

const letters = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** What stands in a node, but for functions with a `this` of their own and other classes. */
function* inside(node: Node): Generator<readonly [node: Node, parent: Node]> {
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child) || /^(?:Function|Class)/.test(child.type)) continue;
      yield [child, node];
      yield* inside(child);
    }
}

/** Everything in a class that `this` is the instance in. */
function* insideClass(members: readonly Node[]): Generator<readonly [node: Node, parent: Node]> {
  for (const member of members) {
    const { value } = member;
    yield* inside(member);
    if (member.type === 'MethodDefinition' && isNode(value)) yield* inside(value);
  }
}

const isOfThis = ({ type, object, computed }: Node): boolean =>
  type === 'MemberExpression' && computed !== true && isNode(object) && object.type === 'ThisExpression';

/** New names for the private members of a class that are read of `this` alone; none where another class may see them. */
function namesOf(
  { superClass, start, end }: Node,
  members: readonly Node[],
  code: string,
): ReadonlyMap<string, string> {
  const own = members.flatMap(({ accessibility, key, static: isStatic, computed }) =>
    accessibility === 'private' && isStatic !== true && computed !== true ? [String(nameOf(key))] : [],
  );
  const text = code.slice(start, end);
  const isOnlyOfThis = (name: string): boolean =>
    !new RegExp(`(?<!\\bthis)\\??\\.${name}\\b|this\\?\\.${name}\\b|['"\`]${name}['"\`]`).test(text);
  const kept = isNode(superClass) ? [] : Array.from(new Set(own)).filter(isOnlyOfThis);
  const taken = new Set(members.map(({ key }) => nameOf(key)));
  const free = letters.filter((letter) => !taken.has(letter));
  return new Map(kept.map((name, place) => [name, free[place] ?? name]));
}

function* editsIn(one: Node, code: string): Generator<Edit> {
  const members = (one.body as Node).body as readonly Node[];
  const names = namesOf(one, members, code);
  const renamed = (key: unknown): readonly Edit[] => {
    const name = names.get(String(nameOf(key)));
    return name === undefined || !isNode(key) ? [] : [replace(key, name)];
  };
  for (const { key, accessibility } of members) if (accessibility === 'private') yield* renamed(key);
  for (const [node] of insideClass(members)) {
    if (isOfThis(node)) yield* renamed(node.property);
    const { type, id, init } = node;
    // const { member } = this;
    if (type !== 'VariableDeclarator' || !isNode(id) || !isNode(init) || init.type !== 'ThisExpression') continue;
    for (const { key, shorthand } of (id.properties ?? []) as readonly Node[]) {
      const name = names.get(String(nameOf(key)));
      if (name === undefined || !isNode(key)) continue;
      yield shorthand === true ? { start: key.start, end: key.start, text: `${name}: ` } : replace(key, name);
    }
  }
}

function* classesIn(node: Node): Generator<Node> {
  if (/^Class(?:Declaration|Expression)$/.test(node.type)) yield node;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* classesIn(child);
}

/** The TypeScript `code` of `file` with short names for the private members of its classes. */
export function withPrivateNames(code: string, file: string): string {
  const program = parseSync(file, code).program as unknown as Node;
  return applied(
    code,
    Array.from(classesIn(program)).flatMap((one) => [...editsIn(one, code)]),
  );
}

export const privateNames = (): Plugin => ({
  name: 'private-names',
  apply: 'build',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/.*\.tsx?$/.test(id) && /\bprivate\b/.test(code) ? { code: withPrivateNames(code, id), map: null } : null,
});
