// Calls to functions at the other end of a channel.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Endpoint, expose, type Remote, remoteAt, transfer } from './calls.ts';

let ports: MessageChannel;
beforeEach(() => {
  ports = new MessageChannel();
});
afterEach(() => {
  ports.port1.close();
});

const functions = {
  sum: (first: number, second: number) => first + second,
  later: async (value: string) => value,
  length(given: Float64Array) {
    return given.length;
  },
  numbers() {
    const values = new Float64Array([1, 2]);
    return transfer({ values }, [values.buffer]);
  },
  refuse(): never {
    throw new RangeError('There is no such thing.');
  },
  secret: () => () => 0,
};

function connected(): Remote<typeof functions> {
  expose(functions, ports.port2 as unknown as Endpoint);
  return remoteAt<typeof functions>(ports.port1 as unknown as Endpoint);
}

test('answers arrive at whoever asked, whatever their order', async () => {
  const remote = connected();
  expect(await Promise.all([remote.sum(1, 2), remote.later('a'), remote.sum(3, 4)])).toEqual([3, 'a', 7]);
});

test('calls wait for the other side to begin', async () => {
  const remote = remoteAt<typeof functions>(ports.port1 as unknown as Endpoint);
  const sum = remote.sum(1, 2);
  expose(functions, ports.port2 as unknown as Endpoint);
  expect(await sum).toBe(3);
});

test('what is marked is moved there and back', async () => {
  const remote = connected();
  const given = new Float64Array(3);
  expect(await remote.length(transfer(given, [given.buffer]))).toBe(3);
  expect(given.length).toBe(0);
  expect(await remote.numbers()).toEqual({ values: new Float64Array([1, 2]) });
});

test('an error arrives with its name and its words, and what comes after it is answered', async () => {
  const remote = connected();
  await expect(remote.refuse()).rejects.toMatchObject({ name: 'RangeError', message: 'There is no such thing.' });
  // An answer that cannot be sent is an error as well.
  await expect(remote.secret()).rejects.toMatchObject({ name: 'DataCloneError' });
  await expect((remote as unknown as { missing(): Promise<void> }).missing()).rejects.toMatchObject({
    name: 'TypeError',
  });
  expect(await remote.sum(1, 2)).toBe(3);
});
