// The types of the package against the page's own: what the page tells can be read by them, and what they allow is read by
// the page. Most of it is checked by the compiler.

import { expect, expectTypeOf, it } from 'vitest';
import { type exportFormats, parseMessage, requestTypes } from '../embed/protocol.ts';
import type { Phase as PagePhase, Status as PageStatus } from '../lab/store.ts';
import type { ExportFormat, Phase, Requests, Status } from './messages.ts';

it('a page reads what the lab tells', () => {
  expectTypeOf<PageStatus>().toEqualTypeOf<Status>();
  expectTypeOf<PagePhase>().toEqualTypeOf<Phase>();
  expectTypeOf<keyof Requests>().toEqualTypeOf<(typeof requestTypes)[number]>();
  expectTypeOf<ExportFormat>().toEqualTypeOf<(typeof exportFormats)[number]>();
});

it.each<keyof Requests>([...requestTypes])('the lab reads %s', (type) => {
  const payload = { seek: { step: 3 }, export: { format: 'csv' }, setState: { seed: 3 } }[type as string];
  const read = parseMessage({ ns: 'minibatch-lab', v: 1, id: 1, type, ...(payload && { payload }) });
  expect(read?.request).toMatchObject({ type });
});
