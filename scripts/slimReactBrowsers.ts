// What React DOM does for browsers that this page is not built for.

import type { Piece } from './slimReactPieces.ts';

const eventsWithPrefixes: readonly string[] = [
  ...['AnimationEnd', 'AnimationIteration', 'AnimationStart'],
  ...['TransitionRun', 'TransitionStart', 'TransitionCancel', 'TransitionEnd'],
].map((name) => `on${name}`);

const eventsOfText: readonly string[] = [
  'onBeforeInput',
  'onCompositionStart',
  'onCompositionUpdate',
  'onCompositionEnd',
];

/** Every browser in `build.target` of vite.config.ts has these. */
export const browsers: readonly Piece[] = [
  {
    name: 'a node that contains another',
    before: 'return outerNode && innerNode ? … !!(outerNode.compareDocumentPosition(innerNode) & 16) : !1 : !1;',
    after: 'return outerNode.contains(innerNode);',
  },
  {
    name: 'the element in focus',
    before: 'doc = doc || ("undefined" !== typeof document ? document : void 0); … return doc.body; }',
    after: 'return doc.activeElement || doc.body;',
  },
  {
    name: 'a document',
    before: 'canUseDOM = !( "undefined" === typeof window || … "undefined" === typeof window.document.createElement ),',
    after: 'canUseDOM = !0,',
  },
  {
    name: 'prefixes of names',
    before: 'var vendorPrefixes = { … prefixedEventNames = {}, style = {};',
    after: '',
    unless: eventsWithPrefixes,
  },
  {
    name: 'what browsers tell of text',
    before: 'canUseCompositionEvent = canUseDOM && "CompositionEvent" in window, … hasSpaceKeypress = !1;',
    after:
      'canUseCompositionEvent, canUseTextInputEvent, useFallbackCompositionData, SPACEBAR_CHAR, hasSpaceKeypress = !1;',
    unless: eventsOfText,
  },
  {
    name: 'selections in Internet Explorer',
    before: 'canUseDOM && "documentMode" in document && 11 >= document.documentMode',
    after: '!1',
  },
  {
    name: 'a test for passive listeners',
    before: 'if (canUseDOM) try { var options = {}; … passiveBrowserEventsSupported = !1; }',
    after: '',
  },
  {
    name: 'a test for events of input',
    before: 'if (canUseDOM) { var JSCompiler_inline_result$jscomp$286; … 9 < document.documentMode); }',
    after: '',
  },
  {
    name: 'a listener that may be passive',
    before: '("touchstart" !== domEventName && "touchmove" !== domEventName && "wheel" !== domEventName)',
    after: '!0',
    unless: ['onTouchStart', 'onTouchMove', 'onWheel'],
  },
  {
    name: 'the call of a listener that may be passive',
    before:
      'isCapturePhaseListener ? void 0 !== listenerWrapper ? … addEventListener(domEventName, eventSystemFlags, !1);',
    after: 'targetContainer.addEventListener(domEventName, eventSystemFlags, isCapturePhaseListener);',
    unless: ['onTouchStart', 'onTouchMove', 'onWheel'],
  },
  {
    name: 'names of keys',
    before: 'if (nativeEvent.key) { var key = normalizeKey[nativeEvent.key] || … : "";',
    after: 'return nativeEvent.key || "Unidentified";',
  },
  {
    name: 'events whose names had a prefix',
    before:
      'canUseDOM && ((style = document.createElement("div").style), … delete vendorPrefixes.transitionend.transition);',
    after: '',
    unless: eventsWithPrefixes,
  },
  {
    name: 'how it is known which prefix',
    before:
      'var ANIMATION_END = … TRANSITION_END = getVendorPrefixedEventName("transitionend"), topLevelEventsToReactNames',
    after: 'var topLevelEventsToReactNames',
    unless: eventsWithPrefixes,
  },
  {
    name: 'an error reported',
    before: '"function" === typeof reportError ? reportError : function (error) { … console.error(error); }',
    after: 'reportError',
  },
  {
    name: 'a signal to abort',
    before:
      'var AbortControllerLocal = … scheduleCallback$2 = Scheduler.unstable_scheduleCallback, NormalPriority = Scheduler.unstable_NormalPriority, CacheContext = {',
    after: 'var CacheContext = {',
  },
  { name: 'a comparison', before: '"function" === typeof Object.is ? Object.is : is', after: 'Object.is' },
  { name: 'leading zeros', before: 'Math.clz32 ? Math.clz32 : clz32Fallback', after: 'Math.clz32' },
  { name: 'a set of what is weak', before: '"function" === typeof WeakSet ? WeakSet : Set', after: 'WeakSet' },
  { name: 'a map of what is weak', before: '"function" === typeof WeakMap ? WeakMap : Map', after: 'WeakMap' },
  { name: 'a timer', before: '"function" === typeof setTimeout ? setTimeout : void 0', after: 'setTimeout' },
  {
    name: 'a timer stopped',
    before: '"function" === typeof clearTimeout ? clearTimeout : void 0',
    after: 'clearTimeout',
  },
  {
    name: 'a microtask',
    before: 'localPromise = "function" === typeof Promise ? Promise : void 0, scheduleMicrotask = … : scheduleTimeout;',
    after: 'scheduleMicrotask = queueMicrotask;',
  },
  {
    name: 'the target of an event',
    before:
      'nativeEvent = nativeEvent.target || nativeEvent.srcElement || window; nativeEvent.correspondingUseElement && (nativeEvent = nativeEvent.correspondingUseElement);',
    after: 'nativeEvent = nativeEvent.target || window;',
  },
];
