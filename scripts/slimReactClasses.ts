// What React DOM asks a component that is a class for, and none here has.

import type { Piece } from './slimReactPieces.ts';

const contextType = ['contextType'];
const derived = ['getDerivedStateFromProps'];

export const ofClasses: readonly Piece[] = [
  {
    name: 'what is kept of a component before it changes',
    before:
      'if (0 !== (root & 1024) && null !== focusNode) { root = void 0; … } break; case 3: if (0 !== (root & 1024)) if ( ((root = firstChild',
    after: 'break; case 3: if (0 !== (root & 1024)) if ( ((root = firstChild',
    unless: ['getSnapshotBeforeUpdate'],
  },
  {
    name: 'a component that has changed',
    before: `else { var prevProps = resolveClassComponentProps( finishedWork.type, current.memoizedProps ); … } flags & 64 &&
      commitClassCallbacks(finishedWork);`,
    after: 'var prevProps; flags & 64 && commitClassCallbacks(finishedWork);',
    unless: ['componentDidUpdate', 'getSnapshotBeforeUpdate'],
  },
  {
    name: 'a context to be made with',
    before: `"object" === typeof contextType && null !== contextType && (context = readContext(contextType));
      context = new Component(nextProps, context);`,
    after: 'context = new Component(nextProps, context);',
    unless: contextType,
  },
  {
    name: 'a context to begin with',
    before: '"object" === typeof contextType && null !== contextType ? readContext(contextType) : emptyContextObject;',
    after: 'emptyContextObject;',
    unless: contextType,
  },
  {
    name: 'a context to go on with',
    before: `"object" === typeof contextType$jscomp$0 && null !== contextType$jscomp$0 &&
      (contextType = readContext(contextType$jscomp$0));`,
    after: '',
    unless: contextType,
  },
  {
    name: 'another context',
    before: '"object" === typeof oldContext && null !== oldContext && (oldProps = readContext(oldContext));',
    after: '',
    unless: contextType,
  },
  {
    name: 'a state to begin with',
    before: `"function" === typeof contextType && (applyDerivedStateFromProps( workInProgress, Component, contextType,
      nextProps ), (context.state = workInProgress.memoizedState));`,
    after: '',
    unless: derived,
  },
  {
    name: 'a state to go on with',
    before: `("function" === typeof getDerivedStateFromProps && (applyDerivedStateFromProps( workInProgress, Component,
      getDerivedStateFromProps, nextProps ), (oldContext = workInProgress.memoizedState)),`,
    after: '(',
    unless: derived,
  },
  {
    name: 'another state',
    before: `("function" === typeof unresolvedOldProps && (applyDerivedStateFromProps( workInProgress, Component,
      unresolvedOldProps, nextProps ), (newState = workInProgress.memoizedState)),`,
    after: '(',
    unless: derived,
  },
  {
    name: 'whether a component is drawn anew',
    before: `workInProgress = workInProgress.stateNode; return "function" === typeof workInProgress.shouldComponentUpdate ? …
      ? !shallowEqual(oldProps, newProps) || !shallowEqual(oldState, newState) : !0;`,
    after: 'return !0;',
    unless: ['shouldComponentUpdate', 'PureComponent'],
  },
];
