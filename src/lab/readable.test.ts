import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { glancingTime, readableStore, readingTime } from './readable.ts';
import type { LabState, LabStore } from './store.ts';

const createLabStore = (): LabStore =>
  createStore<LabState>(() => ({ cursor: 0, status: 'running', speed: 20 }) as Partial<LabState> as LabState);

/** Takes a hundred steps in a second, and counts how often the readable state changes meanwhile. */
function changesIn(store: LabStore, readable: ReturnType<typeof readableStore>): number {
  const changes = vi.fn();
  readable.subscribe(changes);
  for (let cursor = 1; cursor <= 100; cursor++) {
    store.setState({ cursor });
    vi.advanceTimersByTime(10);
  }
  return changes.mock.calls.length;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('follows at once what is slow enough to be read', () => {
  const store = createLabStore();
  const readable = readableStore(store);
  for (let cursor = 1; cursor < 4; cursor++) {
    store.setState({ cursor });
    expect(readable.getState()).toBe(store.getState());
    vi.advanceTimersByTime(readingTime);
  }
  expect(vi.getTimerCount()).toBe(0);
});

it('changes ten times a second while a run goes on faster than that, and shows its latest state', () => {
  const store = createLabStore();
  const readable = readableStore(store);
  expect(changesIn(store, readable)).toBe(11);
  vi.advanceTimersByTime(readingTime);
  expect(readable.getState().cursor).toBe(100);
});

it('changes thrice a second where no number can be followed', () => {
  const store = createLabStore();
  store.setState({ speed: Number.POSITIVE_INFINITY });
  const readable = readableStore(store);
  expect(changesIn(store, readable)).toBe(3);
  vi.advanceTimersByTime(glancingTime);
  expect(readable.getState().cursor).toBe(100);
});

it('shows the state in which a run came to rest, and what is done with it, without delay', () => {
  const store = createLabStore();
  const readable = readableStore(store);
  store.setState({ cursor: 1 });
  store.setState({ cursor: 2 });
  expect(readable.getState().cursor).toBe(1);
  store.setState({ status: 'paused' });
  expect(readable.getState().cursor).toBe(2);
  store.setState({ cursor: 1 });
  expect(readable.getState().cursor).toBe(1);
});

it('comes a moment after a knob was turned, once for the change and its numbers', () => {
  const store = createLabStore();
  store.setState({ status: 'paused' });
  const readable = readableStore(store);
  const changes = vi.fn();
  readable.subscribe(changes);
  const hyperparameters = { learningRate: 0.1 } as LabState['hyperparameters'];
  store.setState({ hyperparameters });
  store.setState({ detail: null });
  expect(changes).toHaveBeenCalledTimes(0);
  vi.runAllTimers();
  expect(changes).toHaveBeenCalledTimes(1);
  expect(readable.getState().hyperparameters).toBe(hyperparameters);
  // A step does not wait, and what was turned comes with it.
  store.setState({ hyperparameters: { ...hyperparameters } });
  store.setState({ cursor: 1 });
  expect(readable.getState()).toBe(store.getState());
  vi.runAllTimers();
  expect(changes).toHaveBeenCalledTimes(2);
});
