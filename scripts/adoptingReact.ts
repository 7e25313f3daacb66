// React DOM that takes over what stands on the page already: for whatever it would make or put into place it asks at
// src/ui/adoption.ts first, as long as there is somebody to ask.

interface Piece {
  readonly name: string;
  /** What is replaced; it is there once. */
  readonly before: RegExp;
  readonly after: string;
}

/** In the order in which they are needed. */
const pieces: readonly Piece[] = [
  {
    name: 'an element made',
    before: /(?<=rootInstanceStackCursor\.current\s*\);\s*)switch \(nextResource\) \{/,
    after: `var adopted = globalThis.adoption && adoptElement(workInProgress);
          if (adopted) nextResource = adopted; else switch (nextResource) {`,
  },
  {
    name: 'an element filled',
    before: /nextResource\.appendChild\(ownerDocument\.stateNode\);/,
    after: 'putIntoPlace(nextResource, ownerDocument.stateNode);',
  },
  {
    name: 'a text made',
    before: /getOwnerDocumentFromRootContainer\(current\)\.createTextNode\(\s*newProps\s*\)/,
    after: `(globalThis.adoption && globalThis.adoption.text(workInProgress, nodeAround(workInProgress), newProps)) ||
            getOwnerDocumentFromRootContainer(current).createTextNode(newProps)`,
  },
  {
    name: 'an element put into another',
    before: /before \? parent\.insertBefore\(node, before\) : parent\.appendChild\(node\);/,
    after: 'putIntoPlace(parent, node, before);',
  },
  {
    name: 'an element put into the root',
    before: /before\.appendChild\(node\),(?=\s*\(parent = parent\._reactRootContainer\))/,
    after: 'putIntoPlace(before, node),',
  },
  {
    name: 'the root emptied',
    before: /root\.textContent = "";/,
    after: 'globalThis.adoption || (root.textContent = "");',
  },
  {
    name: 'a rendering begun',
    before: /resetWorkInProgressStack\(\);(?=\s*workInProgressRoot = root;)/,
    after: 'resetWorkInProgressStack(); globalThis.adoption && globalThis.adoption.begin();',
  },
  {
    name: 'a rendering shown',
    before: /pendingFinishedWork = finishedWork;/,
    after: 'pendingFinishedWork = finishedWork; globalThis.adoption && globalThis.adoption.commit();',
  },
];

/** What reads React's own notes: how it calls them is nobody else's business. Elements are made after those in them. */
const functions = `
function putIntoPlace(parent, node, before) {
  before = before || null;
  globalThis.adoption ? globalThis.adoption.put(parent, node, before) : parent.insertBefore(node, before);
}
function nodeAround(fiber) {
  do fiber = fiber.return;
  while (null !== fiber && 5 !== fiber.tag && 3 !== fiber.tag);
  return null === fiber ? null : 3 === fiber.tag ? fiber.stateNode.containerInfo : fiber.stateNode || standing(fiber);
}
function standing(fiber) {
  var around = nodeAround(fiber);
  return null === around ? null : globalThis.adoption.find(fiber, around, fiber.type, fiber.pendingProps);
}
function isWaited(fiber) {
  return (
    null !== fiber &&
    ((13 === fiber.tag && null !== fiber.memoizedState) ||
      (5 !== fiber.tag && isWaited(fiber.child)) ||
      isWaited(fiber.sibling))
  );
}
function adoptElement(fiber) {
  var element = standing(fiber);
  return null === element ? null : globalThis.adoption.fit(element, fiber.pendingProps, !isWaited(fiber.child));
}
`;

/** React DOM's client, changed. @throws an Error where it is not the one that is known */
export function adoptingReact(code: string): string {
  return pieces.reduce((text, { name, before, after }) => {
    const { length } = text.match(new RegExp(before, 'g')) ?? [];
    if (length !== 1) throw new Error(`React DOM has not one place of ${name}: see scripts/adoptingReact.ts.`);
    return text.replace(before, () => after);
  }, `${code}${functions}`);
}
