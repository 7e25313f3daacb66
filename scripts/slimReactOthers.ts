// What nobody here needs of the files of React beside the client of React DOM.

import type { Piece } from './slimReactPieces.ts';

const react: readonly Piece[] = [
  {
    name: 'components that compare what they are given',
    before: 'function ComponentDummy() {} … pureComponentPrototype.isPureReactComponent = !0;',
    after: '',
    unless: ['PureComponent'],
  },
  {
    name: 'components drawn by force',
    before:
      'Component.prototype.forceUpdate = function (callback) { this.updater.enqueueForceUpdate(this, callback, "forceUpdate"); };',
    after: '',
    unless: ['forceUpdate'],
  },
  {
    name: 'components that are not drawn yet',
    before: 'var ReactNoopUpdateQueue = { … }, assign = Object.assign, emptyObject = {};',
    after: 'var ReactNoopUpdateQueue, assign = Object.assign, emptyObject = {};',
  },
  {
    name: 'elements that read a context',
    before: 'defaultValue.Consumer = { $$typeof: REACT_CONSUMER_TYPE, _context: defaultValue };',
    after: '',
    unless: ['Consumer'],
  },
  {
    name: 'a context',
    before: '_currentValue2: defaultValue, _threadCount: 0, Provider: null, Consumer: null',
    after: '',
  },
  {
    name: 'where an element was written',
    before: '"key" !== propName && "__self" !== propName && "__source" !== propName &&',
    after: '"key" !== propName &&',
  },
];

const reactDom: readonly Piece[] = [
  {
    name: 'what React DOM does with the head',
    before: 'd: { f: noop, r: … M: noop }, p: 0, findDOMNode: null',
    after: 'd: { f: noop }, p: 0',
  },
];

/** Nobody has a task for later: React DOM hands over none. */
const scheduler: readonly Piece[] = [
  {
    name: 'the time',
    before:
      'exports.unstable_now = void 0; if ("object" === typeof performance && … return localDate.now() - initialTime; }; }',
    after: 'exports.unstable_now = function () { return performance.now(); };',
  },
  {
    name: 'what carries tasks out',
    before: `if ("function" === typeof localSetImmediate) … else if ("undefined" !== typeof MessageChannel) {
      var channel = new MessageChannel(), port = channel.port2; channel.port1.onmessage = performWorkUntilDeadline;
      schedulePerformWorkUntilDeadline = function () { port.postMessage(null); }; } else … localSetTimeout(performWorkUntilDeadline, 0); };`,
    after: `var channel = new MessageChannel(), port = channel.port2; channel.port1.onmessage = performWorkUntilDeadline;
      schedulePerformWorkUntilDeadline = function () { port.postMessage(null); };`,
  },
  {
    name: 'tasks that have their time',
    before: 'function advanceTimers(currentTime) { … var isMessageLoopRunning = !1,',
    after: 'var isMessageLoopRunning = !1,',
  },
  {
    name: 'a timer stopped',
    before:
      'isHostTimeoutScheduled && ((isHostTimeoutScheduled = !1), localClearTimeout(taskTimeoutID), (taskTimeoutID = -1)); isPerformingWork = !0;',
    after: 'isPerformingWork = !0;',
  },
  { name: 'a first look at timers', before: 'b: { advanceTimers(currentTime); for (', after: 'b: { for (' },
  {
    name: 'a look at timers between',
    before: 'currentTask.callback = continuationCallback; advanceTimers(currentTime);',
    after: 'currentTask.callback = continuationCallback;',
  },
  {
    name: 'a last look at timers',
    before: 'currentTask === peek(taskQueue) && pop(taskQueue); advanceTimers(currentTime);',
    after: 'currentTask === peek(taskQueue) && pop(taskQueue);',
  },
  {
    name: 'a timer for what is left',
    before:
      'else { var firstTimer = peek(timerQueue); null !== firstTimer && requestHostTimeout( handleTimeout, firstTimer.startTime - currentTime ); hasMoreWork = !1; }',
    after: 'else hasMoreWork = !1;',
  },
  { name: 'a timer', before: 'function requestHostTimeout(callback, ms) { … }, ms); }', after: '' },
  {
    name: 'when a task has its time',
    before: '"object" === typeof options && null !== options ? … : (options = currentTime); switch (priorityLevel) {',
    after: 'options = currentTime; switch (priorityLevel) {',
  },
  {
    name: 'a task for later',
    before:
      'options > currentTime ? ((priorityLevel.sortIndex = options), … requestHostTimeout(handleTimeout, options - currentTime))) : ((priorityLevel.sortIndex = timeout),',
    after: '((priorityLevel.sortIndex = timeout),',
  },
];

export const piecesOfOthers: Readonly<Record<string, readonly Piece[]>> = {
  'react.production.js': react,
  'react-dom.production.js': reactDom,
  'scheduler.production.js': scheduler,
};
