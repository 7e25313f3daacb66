// Short names for what React DOM calls the parts of its own trees: nobody else reads these.

import { minifySync } from 'vite';

/** Properties of fibers, their hooks, updates, and roots. */
export const ownProperties: readonly string[] = [
  ...['alternate', 'sibling', 'child', 'stateNode', 'elementType', 'memoizedState', 'memoizedProps', 'pendingProps'],
  ...['updateQueue', 'subtreeFlags', 'deletions', 'lanes', 'childLanes', 'refCleanup', 'firstContext', 'memoizedValue'],
  ...['baseState', 'baseQueue', 'lastRenderedReducer', 'lastRenderedState', 'hasEagerState', 'eagerState'],
  ...['revertLane'],
  ...['lane', 'firstBaseUpdate', 'lastBaseUpdate', 'hiddenCallbacks', 'lastEffect', 'retryQueue'],
  ...['pendingLanes', 'suspendedLanes', 'pingedLanes', 'warmLanes', 'expiredLanes', 'entangledLanes', 'entanglements'],
  ...['expirationTimes', 'hiddenUpdates', 'callbackNode', 'callbackPriority'],
  ...['pingCache', 'shellSuspendCounter', 'errorRecoveryDisabledLanes', 'pendingChildren'],
  ...['cancelPendingCommit', 'timeoutHandle'],
  ...['retryLane', 'baseLanes', 'hydrationErrors'],
];

/** `code` with short names for the properties of its own. @throws an Error where it has one of them not, or not as that */
export function withShortProperties(code: string): string {
  const { code: short, errors } = minifySync('react-dom.cjs', code, {
    compress: false,
    mangle: false,
    codegen: { removeWhitespace: false },
    mangleProps: { include: new RegExp(`^(?:${ownProperties.join('|')})$`) },
  });
  const missing = ownProperties.filter((name) => !new RegExp(`\\b${name}\\b`).test(code));
  if (errors.length > 0 || missing.length > 0)
    throw new Error(`React DOM has no ${missing.join(', ')} any more: see scripts/shortProperties.ts.`);
  return short;
}
