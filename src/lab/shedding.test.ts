// What a slow device does without, and that it comes back.

import { describe, expect, it } from 'vitest';
import { type Sheddable, Shedding, sheddingOrder } from './shedding.ts';

const slow = 40;
const fast = 16.7;

function shedOf(shedding: Shedding): readonly Sheddable[] {
  return sheddingOrder.filter((detail) => shedding.sheds(detail));
}

function frames(shedding: Shedding, count: number, gap: number): void {
  for (let frame = 0; frame < count; frame++) shedding.watch(gap);
}

describe('shedding', () => {
  it('goes through the stated order while frames are late, one detail at a time', () => {
    const shedding = new Shedding();
    const seen = new Set<string>();
    for (let frame = 0; frame < 200; frame++) {
      shedding.watch(slow);
      seen.add(shedOf(shedding).join());
    }
    expect([...seen]).toEqual(Array.from({ length: 6 }, (_, count) => sheddingOrder.slice(0, count).join()));
  });

  it('sheds nothing for a frame that is late now and then', () => {
    const shedding = new Shedding();
    for (let frame = 0; frame < 600; frame++) shedding.watch(frame % 3 === 0 ? 120 : fast);
    expect(shedOf(shedding)).toEqual([]);
  });

  it('has everything back at rest', () => {
    const shedding = new Shedding();
    frames(shedding, 200, slow);
    shedding.rest();
    expect(shedOf(shedding)).toEqual([]);
    // What came before the rest does not count after it.
    frames(shedding, 11, slow);
    expect(shedOf(shedding)).toEqual([]);
  });

  it('takes details up again while frames are in time for ten seconds, the last one first', () => {
    const shedding = new Shedding();
    frames(shedding, 24, slow);
    expect(shedOf(shedding)).toEqual(['path', 'surface']);
    frames(shedding, 599, fast);
    expect(shedOf(shedding)).toEqual(['path', 'surface']);
    frames(shedding, 1, fast);
    expect(shedOf(shedding)).toEqual(['path']);
    frames(shedding, 600, fast);
    expect(shedOf(shedding)).toEqual([]);
  });
});
