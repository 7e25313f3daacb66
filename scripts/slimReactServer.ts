// What React DOM has for a page that was rendered on a server: hydration, and caches of what a server found.

import type { Piece } from './slimReactPieces.ts';

export const fromServer: readonly Piece[] = [
  {
    name: 'a boundary that is asked for again',
    before: `flags & 64 && ((finishedRoot = finishedWork.memoizedState), null !== finishedRoot &&
      ((finishedRoot = finishedRoot.dehydrated), … registerSuspenseInstanceRetry(finishedRoot, finishedWork)))); break; case 22:
      flags = null !== finishedWork.memoizedState || offscreenSubtreeIsHidden;`,
    after: 'break; case 22: flags = null !== finishedWork.memoizedState || offscreenSubtreeIsHidden;',
  },
  {
    name: 'where styles would be put',
    before: `hoistableRoot = currentHoistableRoot; currentHoistableRoot = getHoistableRoot(root.containerInfo);
      recursivelyTraverseMutationEffects(root, finishedWork); currentHoistableRoot = hoistableRoot;
      commitReconciliationEffects(finishedWork); if (flags & 4 &&`,
    after:
      'recursivelyTraverseMutationEffects(root, finishedWork); commitReconciliationEffects(finishedWork); if (flags & 4 &&',
  },
  {
    name: 'an error of hydration',
    before: 'HydrationMismatchException = Error(formatProdErrorMessage(519))',
    after: 'HydrationMismatchException',
  },
  {
    name: 'another error of hydration',
    before: 'SelectiveHydrationException = Error(formatProdErrorMessage(461))',
    after: 'SelectiveHydrationException',
  },
  {
    name: 'keys of what stands in the head',
    before:
      ', internalRootNodeResourcesKey = "__reactResources$" + randomKey, internalHoistableMarker = "__reactMarker$" + randomKey;',
    after: ', internalRootNodeResourcesKey, internalHoistableMarker;',
  },
  {
    name: 'events that are done again',
    before: 'discreteReplayableEvents = "mousedown … ".split( " " );',
    after: 'discreteReplayableEvents;',
  },
  {
    name: 'a boundary of hydration around',
    before:
      'if ( null !== targetInst.child || (null !== parentNode && null !== parentNode.child) ) for ( targetNode = getParentHydrationBoundary(targetNode); … } return targetInst; }',
    after: 'return targetInst; }',
  },
  {
    name: 'an update of what is not hydrated',
    before: `if ( null !== prevState && ((nextPrimaryChildren = prevState.dehydrated), null !== nextPrimaryChildren) ) {
      if (didSuspend) … return workInProgress; } if (showFallback) return ( reuseSuspenseHandlerOnStack(workInProgress),
      (nextPrimaryChildren = nextProps.fallback), (showFallback = workInProgress.mode), (prevState = current.child),
      (digest = prevState.sibling),`,
    after: `if (showFallback) return ( reuseSuspenseHandlerOnStack(workInProgress),
      (nextPrimaryChildren = nextProps.fallback), (showFallback = workInProgress.mode), (prevState = current.child),
      (digest = prevState.sibling),`,
  },
  {
    name: 'a variable of it',
    before: 'didSuspend = 0 !== (workInProgress.flags & 128), JSCompiler_temp;',
    after: 'didSuspend = 0 !== (workInProgress.flags & 128), JSCompiler_temp, digest;',
  },
  {
    name: 'the end of what is not hydrated',
    before: `newProps = workInProgress.memoizedState; if ( null === current ||
      (null !== current.memoizedState && null !== current.memoizedState.dehydrated) ) {
      type = popHydrationState(workInProgress); … popSuspenseHandler(workInProgress); return null; } }
      popSuspenseHandler(workInProgress);`,
    after: 'newProps = workInProgress.memoizedState; popSuspenseHandler(workInProgress);',
  },
  {
    name: 'a cache kept by what waits',
    before: `((newProps = workInProgress.child), (type = null), null !== newProps.alternate &&
      null !== newProps.alternate.memoizedState && null !== newProps.alternate.memoizedState.cachePool &&
      (type = newProps.alternate.memoizedState.cachePool.pool), … nextResource !== type && (newProps.flags |= 2048));`,
    after: '0;',
  },
  {
    name: 'a cache kept by what is hidden',
    before: `(renderLanes = null), null !== current && null !== current.memoizedState &&
      null !== current.memoizedState.cachePool && … newProps !== renderLanes && (workInProgress.flags |= 2048),`,
    after: '',
  },
  {
    name: 'a cache shared',
    before: `((showFallback = nextPrimaryChildren.cachePool), … (nextPrimaryChildren = {
      baseLanes: nextPrimaryChildren.baseLanes | renderLanes, cachePool: showFallback }))`,
    after: '(nextPrimaryChildren = { baseLanes: nextPrimaryChildren.baseLanes | renderLanes })',
  },
  {
    name: 'the cache of the root',
    before: 'tag = createCache(); tag.refCount++; containerInfo.pooledCache = tag; tag.refCount++;',
    after: '',
  },
  {
    name: 'another cache of the root',
    before: `props = nextState.cache; pushProvider(workInProgress, CacheContext, props); props !== prevState.cache &&
      propagateContextChanges( workInProgress, [CacheContext], renderLanes, !0 );`,
    after: '',
  },
  {
    name: 'the cache of a finished root',
    before: `newProps = null; null !== current && (newProps = current.memoizedState.cache);
      workInProgress.memoizedState.cache !== newProps && (workInProgress.flags |= 2048);`,
    after: '',
  },
  {
    name: 'a cache given up with the root',
    before: `flags & 2048 && ((finishedRoot = null), null !== finishedWork.alternate &&
      (finishedRoot = finishedWork.alternate.memoizedState.cache), …
      null != finishedRoot && releaseCache(finishedRoot)));`,
    after: '',
  },
  {
    name: 'a cache that is left',
    before:
      'if ( null !== fiber.memoizedState && null !== fiber.memoizedState.cachePool ) { var cache = fiber.memoizedState.cachePool.pool; null != cache && cache.refCount++; }',
    after: 'var cache;',
  },
  {
    name: 'what caches ask for',
    before: 'var DefaultAsyncDispatcher = { … }, PossiblyWeakMap',
    after: 'var PossiblyWeakMap',
  },
  {
    name: 'an event that waits for hydration',
    before:
      'else if ( queueIfContinuousEvent( blockedOn, … null, targetContainer ); } } function findInstanceBlockingEvent',
    after: '}} function findInstanceBlockingEvent',
  },
  {
    name: 'an event that does not wait',
    before:
      'var blockedOn = findInstanceBlockingEvent(nativeEvent); if (null === blockedOn) dispatchEventForPluginEventSystem(',
    after: 'findInstanceBlockingEvent(nativeEvent); dispatchEventForPluginEventSystem(',
  },
  {
    name: 'where an event waits for hydration',
    before:
      'var tag = nearestMounted.tag; if (13 === tag) { … } else nearestMounted !== targetNode && (targetNode = null);',
    after: 'nearestMounted !== targetNode && (targetNode = null);',
  },
  {
    name: 'a root that is hydrated',
    before: 'ReactDOMHydrationRoot.prototype.render = ReactDOMRoot.prototype.render =',
    after: 'ReactDOMRoot.prototype.render =',
  },
  {
    name: 'its end',
    before: 'ReactDOMHydrationRoot.prototype.unmount = ReactDOMRoot.prototype.unmount =',
    after: 'ReactDOMRoot.prototype.unmount =',
  },
  {
    name: 'its plans',
    before:
      'function ReactDOMHydrationRoot(internalRoot) { this._internalRoot = internalRoot; } ReactDOMHydrationRoot.prototype.unstable_scheduleHydration = … }; var isomorphic',
    after: 'var isomorphic',
  },
];
