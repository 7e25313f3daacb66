import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FittedTab, fitTabs, tabGap } from './tabFit.ts';

const tab = (id: string, width: number, isFirst = true): FittedTab => ({ id, width, isFirst });
const tabs = [tab('guide', 40), tab('numbers', 60), tab('batch', 40), tab('noise', 40), tab('code', 30, false)];
const idsAt = (room: number, chosen: string): string =>
  fitTabs(tabs, chosen, room)
    .map(({ id }) => id)
    .join(' ');

describe('the tabs of one line', () => {
  it('are those of the level, as many as fit', () => {
    expect(idsAt(1000, 'guide')).toBe('guide numbers batch noise');
    expect(idsAt(40 + 60 + 40 + 40 + 3 * tabGap, 'guide')).toBe('guide numbers batch noise');
    expect(idsAt(40 + 60 + 40 + 40 + 3 * tabGap - 1, 'guide')).toBe('guide numbers batch');
  });

  it('have the chosen one among them, whichever it is', () => {
    expect(idsAt(1000, 'code')).toBe('guide numbers batch noise code');
    expect(idsAt(130, 'noise')).toBe('guide noise');
    expect(idsAt(10, 'code')).toBe('code');
    expect(idsAt(1000, 'nowhere')).toBe('guide numbers batch noise');
  });

  it('never take more than the line has, but for the chosen one alone, and never one twice', () => {
    const any = fc.array(fc.record({ width: fc.integer({ min: 1, max: 90 }), isFirst: fc.boolean() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(any, fc.nat(), fc.nat(800), (given, which, room) => {
        const all = given.map((each, index) => ({ ...each, id: String(index) }));
        const chosen = String(which % all.length);
        const row = fitTabs(all, chosen, room);
        const taken = row.reduce((sum, { width }) => sum + width, tabGap * (row.length - 1));
        expect(row.map(({ id }) => id)).toContain(chosen);
        expect(new Set(row).size).toBe(row.length);
        expect(row.length === 1 || taken <= room).toBe(true);
      }),
    );
  });
});
