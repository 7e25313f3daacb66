// What stands in React DOM behind conditions that nothing here can meet.

import type { Piece } from './slimReactPieces.ts';

/** What is never so here. */
export const never: readonly Piece[] = [
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
    name: 'forms that wait',
    before: `hostTransitionProviderCursor.current === fiber && (pop(hostTransitionProviderCursor),
      (HostTransitionContext._currentValue = sharedNotPendingObject));`,
    after: '',
  },
  {
    name: 'forms that have waited',
    before: '} else if (parent === hostTransitionProviderCursor.current) { … (current = [HostTransitionContext])); }',
    after: '}',
  },
  {
    name: 'a form drawn',
    before: `null !== workInProgress.memoizedState && (($$typeof = renderWithHooks( current, workInProgress,
      TransitionAwareHostComponent, null, null, renderLanes )), (HostTransitionContext._currentValue = $$typeof));`,
    after: '',
  },
  {
    name: 'pictures that a commit waits for',
    before:
      'if ((type = 0 !== (workInProgress.mode & 32))) type = !1; if (type) { … } else workInProgress.flags &= -16777217;',
    after: 'workInProgress.flags &= -16777217;',
  },
  {
    name: 'a commit that waits',
    before:
      'suspendedCommitReason = finishedWork.subtreeFlags; if ( suspendedCommitReason & 8192 || … return; } } commitRoot(',
    after: 'commitRoot(',
  },
  {
    name: 'what waits in something hidden',
    before: `case 22: return ( (sourceFiber.flags |= 65536), value === noopSuspenseyCommitThenable …
      attachPingListener(root, value, rootRenderLanes)), !1 );`,
    after: '',
  },
  {
    name: 'what was waited for in something hidden',
    before: `case 22: return ( (finishedWork = finishedWork.stateNode), (retryCache = finishedWork._retryCache), … retryCache );`,
    after: '',
  },
  {
    name: 'what has come for something hidden',
    before: 'case 22: retryCache = boundaryFiber.stateNode._retryCache; break;',
    after: '',
  },
  {
    name: 'listening for something hidden',
    before: `flags & 4 && ((flags = finishedWork.updateQueue), null !== flags && ((current = flags.retryQueue),
      null !== current && ((flags.retryQueue = null), attachSuspenseRetryListeners(finishedWork, current)))); break; case 19:`,
    after: 'break; case 19:',
  },
  {
    name: 'the queue of something hidden',
    before: `(renderLanes = workInProgress.updateQueue), null !== renderLanes &&
      scheduleRetryEffect(workInProgress, renderLanes.retryQueue),`,
    after: '',
  },
  {
    name: 'something hidden that is drawn',
    before:
      'if ("hidden" === nextProps.mode) { if (0 !== (workInProgress.flags & 128)) { … } else null !== prevState ? (pushTransition',
    after: 'null !== prevState ? (pushTransition',
  },
  {
    name: 'effects of something hidden',
    before: `null !== finishedWork.memoizedState && instance._visibility & 2 &&
      (null === finishedWork.return || 13 !== finishedWork.return.tag) ? ((instance._visibility &= -3),
      recursivelyTraverseDisconnectPassiveEffects(finishedWork)) :`,
    after: '',
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
  {
    name: 'a version',
    before:
      'var isomorphicReactPackageVersion$jscomp$inline_1840 = React.version; if ( "19.2.9" !== isomorphicReactPackageVersion$jscomp$inline_1840 ) throw Error( formatProdErrorMessage( 527, isomorphicReactPackageVersion$jscomp$inline_1840, "19.2.9" ) );',
    after: '',
  },
  {
    name: 'an address of errors',
    before: 'var url = "https://react.dev/errors/" + code; … helpful warnings." );',
    after:
      'return "Minified React error #" + Array.from(arguments).join(" ") + "; see https://react.dev/errors/" + code;',
  },
  {
    name: 'a selection read where there is text to edit',
    before: 'else a: { JSCompiler_temp = ((JSCompiler_temp = root.ownerDocument) && … } else JSCompiler_temp = null; }',
    after: 'var selection, anchorOffset, focusNode;',
    unless: ['contentEditable'],
  },
  {
    name: 'a selection put back there',
    before:
      'else { var doc = priorFocusedElem.ownerDocument || document, … } } } } doc = []; for ( selection = priorFocusedElem;',
    after: '} var doc = []; for ( var selection = priorFocusedElem;',
    unless: ['contentEditable'],
  },
  {
    name: 'text to edit, which has a selection',
    before: '"textarea" === nodeName || "true" === elem.contentEditable)',
    after: '"textarea" === nodeName)',
    unless: ['contentEditable'],
  },
];
