import { expect, it } from 'vitest';
import type { MapsReply } from '../../training/run/dataMaps.ts';
import { Turns } from './turns.ts';

const maps = (units: number): MapsReply =>
  ({ grid: { columns: 2, rows: 2 }, layers: [new Float32Array(4 * units)] }) as unknown as MapsReply;

const painted = (isPainted: ((unit: number) => boolean) | null): readonly number[] | 'all' =>
  isPainted === null ? 'all' : [0, 1, 2, 3, 4].filter(isPainted);

it('paints all maps, or half of them in turn where detail is shed, and all of another network', () => {
  const turns = new Turns();
  expect(painted(turns.next(maps(5), false))).toBe('all');
  const [first, second] = [turns.next(maps(5), true), turns.next(maps(5), true)].map(painted);
  expect([...first, ...second].toSorted()).toEqual([0, 1, 2, 3, 4]);
  expect(painted(turns.next(maps(4), true))).toBe('all');
  expect(painted(turns.next(maps(4), false))).toBe('all');
});
