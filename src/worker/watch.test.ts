import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TrainerLostError } from '../training/run/remoteTrainer.ts';
import { Watch } from './watch.ts';

const never = () => new Promise<never>(() => {});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('passes answers and refusals on', async () => {
  const watch = new Watch();
  await expect(watch.over('start', async () => 3)).resolves.toBe(3);
  await expect(watch.over('start', () => Promise.reject(new RangeError('no')))).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});

it('calls a worker lost that is silent for two seconds, and says at what', async () => {
  const watch = new Watch();
  const answer = watch.over('advance', never);
  answer.catch(() => {});
  await vi.advanceTimersByTimeAsync(1900);
  const other = watch.over('preview', never);
  other.catch(() => {});
  await vi.advanceTimersByTimeAsync(200);
  await expect(answer).rejects.toThrow(TrainerLostError);
  await expect(other).rejects.toThrow('"advance"');
  await expect(watch.over('start', async () => 1)).rejects.toThrow(TrainerLostError);
  expect(vi.getTimerCount()).toBe(0);
});

it('gives the next one twice the time', async () => {
  const watch = new Watch();
  const outcome = vi.fn();
  watch.over('surface', never).catch(outcome);
  await vi.advanceTimersByTimeAsync(3900);
  expect(outcome).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(outcome).toHaveBeenCalled();
});

it('counts the silence anew after each answer', async () => {
  const watch = new Watch();
  for (let turn = 0; turn < 5; turn++) {
    const answer = watch.over('advance', () => new Promise((resolve) => setTimeout(resolve, 1500, turn)));
    await vi.advanceTimersByTimeAsync(1500);
    await expect(answer).resolves.toBe(turn);
  }
});

it('leaves requests unanswered once it has ended', async () => {
  const watch = new Watch();
  const outcome = vi.fn();
  watch.over('advance', never).then(outcome, outcome);
  watch.end();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(outcome).not.toHaveBeenCalled();
});
