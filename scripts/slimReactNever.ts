// What stands in React DOM behind conditions that nothing here can meet.

import type { Piece } from './slimReactPieces.ts';

export const never: readonly Piece[] = [
  {
    name: 'effects that are events',
    before: `if ( 0 !== (root & 4) && ((root = firstChild.updateQueue), (root = null !== root ? root.events : null), …
      (anchorOffset.ref.impl = anchorOffset.nextImpl);`,
    after: 'var anchorOffset;',
  },
  {
    name: 'text that is HTML',
    before:
      '|| ("object" === typeof props.dangerouslySetInnerHTML && null !== props.dangerouslySetInnerHTML && null != props.dangerouslySetInnerHTML.__html)',
    after: '',
    unless: ['dangerouslySetInnerHTML'],
  },
  {
    name: 'a form whose action is a function',
    before: `if ("function" === typeof value) { domElement.setAttribute( key, "javascript:throw new Error('A React form …
      setProp(domElement, tag, "target", props.target, props, null)));`,
    after: '',
  },
  {
    name: 'errors that are never thrown',
    before:
      'SuspenseyCommitException = Error(formatProdErrorMessage(474)), SuspenseActionException = Error(formatProdErrorMessage(542)), noopSuspenseyCommitThenable = { then: function () { … } };',
    after: 'SuspenseyCommitException, SuspenseActionException, noopSuspenseyCommitThenable;',
  },
  {
    name: 'the log of the scheduler',
    before: 'log$1 = Scheduler.log, unstable_setDisableYieldValue = Scheduler.unstable_setDisableYieldValue,',
    after: 'log$1, unstable_setDisableYieldValue,',
  },
  {
    name: 'lanes of transitions flushed',
    before:
      'if (!onlyLegacy) if (0 !== syncTransitionLanes) { … } else (JSCompiler_inline_result = workInProgressRootRenderLanes),',
    after: 'var JSCompiler_inline_result; (JSCompiler_inline_result = workInProgressRootRenderLanes),',
  },
  {
    name: 'a state that was hoped for',
    before: 'var revertLane = update.revertLane; if (0 === revertLane) null !== newBaseQueueLast &&',
    after: 'var revertLane; null !== newBaseQueueLast &&',
  },
  {
    name: 'a state that did not come',
    before:
      'else if ((renderLanes & revertLane) === revertLane) { … (workInProgressRootSkippedLanes |= revertLane); updateLane = update.action;',
    after: 'updateLane = update.action;',
  },
  {
    name: 'lanes that belong together',
    before: 'var allEntangledLanes = root.entangledLanes; if (0 !== allEntangledLanes) … entangledRenderLanes = lanes;',
    after: 'entangledRenderLanes = lanes;',
  },
  {
    name: 'the context of a root',
    before:
      'parentComponent = getContextForSubtree(parentComponent); null === container.context ? (container.context = parentComponent) : (container.pendingContext = parentComponent);',
    after: '',
  },
  {
    name: 'wishes for a root',
    before: `onRecoverableError = defaultOnRecoverableError; null !== options && void 0 !== options && …
      (onRecoverableError = options.onRecoverableError)); options = createFiberRoot( container, 1, !1,`,
    after: 'onRecoverableError = defaultOnRecoverableError; options = createFiberRoot( container, 1, !1,',
    unless: ['unstable_strictMode', 'identifierPrefix', 'onUncaughtError', 'onCaughtError', 'onRecoverableError'],
  },
  {
    name: 'the end of scrolling',
    before: 'simpleEventPluginEvents.push("scrollEnd");',
    after: '',
    unless: ['onScrollEnd'],
  },
  { name: 'the version', before: 'exports.version = "19.2.9";', after: '' },
  {
    name: 'elements of an older React',
    before: 'if (newChild.$$typeof === REACT_LEGACY_ELEMENT_TYPE) throw Error(formatProdErrorMessage(525));',
    after: '',
  },
  {
    name: 'the name of a component',
    before: 'getComponentNameFromType(current) || current',
    after: 'current',
  },
  {
    name: 'events that are kept',
    before: ', persist: function () {}, isPersistent: functionThatReturnsTrue',
    after: '',
    unless: ['persist', 'isPersistent'],
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
    after: 'var selection, focusNode;',
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
