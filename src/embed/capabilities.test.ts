// Everything a browser may withhold: missing, or there and throwing. Nothing throws through.

import { afterEach, describe, expect, it, vi } from 'vitest';
import * as capabilities from './capabilities.ts';

const refuse = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

/** Each capability as a call; all of them answer with a result. */
const uses = {
  readKept: () => capabilities.readKept('key'),
  keep: () => capabilities.keep('key', 'text'),
  copyText: () => capabilities.copyText('text'),
  download: () => capabilities.download('run.csv', new Blob(['step'])),
  print: () => capabilities.print(),
  replaceHash: () => capabilities.replaceHash('#v=1'),
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(Object.entries(uses))('%s', (_, use) => {
  it('says so where there is nothing of the kind', async () => {
    vi.stubGlobal('navigator', {});
    expect(await use()).toEqual({ ok: false, reason: expect.stringMatching(/./) });
  });

  it('says so where it throws', async () => {
    for (const name of ['localStorage', 'navigator', 'document', 'history', 'window'])
      vi.stubGlobal(name, new Proxy({}, { get: refuse }));
    vi.stubGlobal('URL', { createObjectURL: refuse });
    expect(await use()).toMatchObject({ ok: false });
  });
});

it('keeps under a name of its own', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  });
  expect(capabilities.keep('shortcuts', 'off').ok).toBe(true);
  expect([...kept]).toEqual([['minibatch-lab.shortcuts', 'off']]);
  expect(capabilities.readKept('shortcuts')).toEqual({ ok: true, value: 'off' });
});
