// Listens to the page around this one, answers its requests, and tells it what happens here. An answer goes to the
// sender alone; events go to those who said hello.

import { valuesOf } from '../lab/settingsCodec.ts';
import type { LabState } from '../lab/store.ts';
import { throttled } from '../lab/throttled.ts';
import { type CommandTarget, carryOut } from './commands.ts';
import { joinDeck } from './deck.ts';
import {
  exportFormats,
  namespace,
  parseMessage,
  protocolVersion,
  RequestError,
  type RequestId,
  requestTypes,
} from './protocol.ts';
import { answerOf, finite, snapshotOf } from './snapshot.ts';
import type { StepsTold } from './told.ts';

/** Shortest time between two messages about steps or changes, in milliseconds. */
const eventInterval = 100;

/** Most rows of steps in one message; of more only the last are told. */
const mostRows = 100;

/** Most windows that get events besides those that hold this page. */
const mostListeners = 16;

export interface MessageOptions extends CommandTarget {
  readonly page: Window;
  /** Called when another window has begun to listen, so that it can be told the height. */
  readonly onListener: () => void;
}

export interface HostChannel {
  /** Tells an event to everyone who said hello, and to the page around this one. */
  tell(type: string, payload: unknown): void;
  dispose(): void;
}

/** An opaque origin can be addressed only as any; nothing in a message is secret. */
const targetOf = (origin: string): string => (origin === '' || origin === 'null' ? '*' : origin);

function post(target: MessageEventSource, origin: string, message: Readonly<Record<string, unknown>>): boolean {
  try {
    (target as Window).postMessage(
      { ns: namespace, v: protocolVersion, ...message },
      { targetOrigin: targetOf(origin) },
    );
    return true;
  } catch {
    // Its window is gone, or its origin has changed.
    return false;
  }
}

export function connectHost(options: MessageOptions): HostChannel {
  const { page } = options;
  const listeners = new Map<MessageEventSource, string>();
  const tell = (type: string, payload: unknown): void => {
    for (const [target, origin] of listeners)
      if (isClosed(target) || !post(target, origin, { type, payload })) listeners.delete(target);
  };
  const receive = (event: MessageEvent): void => {
    const { source, origin } = event;
    if (source === null) return;
    if (source === page.parent) deck.receive(event.data);
    const envelope = parseMessage(event.data);
    if (envelope === null) return;
    const { id, request } = envelope;
    if (request instanceof RequestError) {
      post(source, origin, errorMessage(id, request));
      return;
    }
    const isHello = request.type === 'hello';
    if (isHello) {
      makeRoom(listeners, page);
      listeners.set(source, origin);
    }
    carryOut(options, request).then(
      (payload) => {
        post(source, origin, isHello ? readyMessage(id, payload) : { type: 'result', id, payload });
        if (isHello) options.onListener();
      },
      (error: unknown) => post(source, origin, errorMessage(id, error)),
    );
  };
  const deck = joinDeck({
    ...options,
    tellKey(key) {
      tell('key', key);
      // It hears of keys as of heights, whether or not it said hello.
      if (!listeners.has(page.parent)) post(page.parent, '*', { type: 'key', payload: key });
    },
  });
  page.addEventListener('message', receive);
  const endEvents = tellEvents(options, tell);
  if (page.parent !== page) post(page.parent, '*', readyMessage(undefined, null));
  return {
    tell,
    dispose() {
      page.removeEventListener('message', receive);
      endEvents();
      deck.dispose();
      listeners.clear();
    },
  };
}

/**
 * Forgets windows that are gone, and of too many the first to have come: a window that has gone elsewhere looks the same
 * as one that listens. Those that hold this page never have to go.
 */
function makeRoom(listeners: Map<MessageEventSource, string>, { parent, top, opener }: Window): void {
  for (const target of [...listeners.keys()]) if (isClosed(target)) listeners.delete(target);
  const holders: readonly unknown[] = [parent, top, opener];
  const others = [...listeners.keys()].filter((target) => !holders.includes(target));
  for (const target of others.slice(0, Math.max(0, others.length - mostListeners + 1))) listeners.delete(target);
}

const isClosed = (target: MessageEventSource): boolean => 'closed' in target && target.closed;

const readyMessage = (id: RequestId | undefined, state: unknown): Readonly<Record<string, unknown>> => ({
  type: 'ready',
  ...(id !== undefined && { id }),
  payload: { version: protocolVersion, requests: requestTypes, formats: exportFormats, state },
});

function errorMessage(id: RequestId | undefined, error: unknown): Readonly<Record<string, unknown>> {
  const { code, message } =
    error instanceof RequestError ? error : { code: 'stopped', message: 'The request could not be carried out.' };
  return { type: 'error', ...(id !== undefined && { id }), payload: { code, message } };
}

/** Tells what changes in the lab, steps and settings at most once per interval. Returns a function that ends it. */
function tellEvents({ lab }: CommandTarget, tell: (type: string, payload: unknown) => void): () => void {
  let told = lab.store.getState();
  const changes = throttled(
    () => {
      const now = lab.store.getState();
      const before = told;
      told = now;
      if (isOtherState(now, before)) tell('change', snapshotOf(lab));
      if (now.cursor !== before.cursor || now.stepCount !== before.stepCount)
        tell('steps', stepsOf(lab.history, now, before, lab.isCurrent ? now.detail : null));
      if (now.status !== before.status && isEnd(now.status)) tell(now.status, snapshotOf(lab));
      if (now.failure !== null && before.failure === null)
        tell('error', { code: 'stopped', message: 'Training stopped.', details: now.failure });
    },
    eventInterval,
    eventInterval,
  );
  const unsubscribe = lab.store.subscribe((now, before) => {
    changes.ask();
    const { lesson } = now;
    // Every stage of a lesson is told, however soon the next one follows.
    if (lesson !== null && lesson.key === before.lesson?.key && lesson.phase !== before.lesson.phase)
      tell(`lesson:${lesson.phase}`, answerOf(lesson));
  });
  return () => {
    changes.cancel();
    unsubscribe();
  };
}

const isEnd = (status: LabState['status']): boolean =>
  status === 'diverged' || status === 'converged' || status === 'limit';

function isOtherState(now: LabState, before: LabState): boolean {
  if (now.status !== before.status || now.phase !== before.phase || now.speed !== before.speed) return true;
  if (now.config === before.config && now.hyperparameters === before.hyperparameters) return false;
  return JSON.stringify(valuesOf(now)) !== JSON.stringify(valuesOf(before));
}

/** The steps taken since the last message, one row each: the weights before the step, and the loss of its batch. */
function stepsOf(
  history: CommandTarget['lab']['history'],
  { cursor, stepCount }: LabState,
  before: LabState,
  detail: LabState['detail'],
): StepsTold {
  const from = Math.max(Math.min(before.stepCount, stepCount), stepCount - mostRows);
  // A log that was thinned no longer has every step.
  const rows =
    history.stride > 1
      ? []
      : Array.from({ length: stepCount - from }, (_, row) => ({
          step: from + row,
          weights: [finite(history.at('w1', from + row)), finite(history.at('w2', from + row))],
          batchLoss: finite(history.at('batchLoss', from + row)),
        }));
  return {
    step: cursor,
    stepCount,
    taken: Math.max(0, stepCount - before.stepCount),
    rows,
    weights: detail === null ? null : Array.from(detail.weights, finite),
    fullLoss: detail === null ? null : finite(detail.fullLoss),
  };
}
