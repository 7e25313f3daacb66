import { describe, expect, test } from 'vitest';
import { batchSizes, type Cut, doneSizes, layoutStrip } from './epochStrip.ts';

const cut = (batchSize: number): Cut => ({ batchSize, accumulate: 1, dropLast: false });

describe('batches of an epoch', () => {
  test('the last batch holds the rest, or is no batch', () => {
    expect(batchSizes([], 0, 20, cut(8))).toEqual([8, 8, 4]);
    expect(batchSizes([], 0, 20, { ...cut(8), dropLast: true })).toEqual([8, 8]);
    expect(batchSizes([8, 4], 12, 20, cut(4))).toEqual([8, 4, 4, 4]);
    expect(batchSizes([20], 20, 20, cut(8))).toEqual([20]);
  });

  test('several batches make one update, the last of fewer', () => {
    expect(batchSizes([], 0, 100, { ...cut(8), accumulate: 4 })).toEqual([32, 32, 32, 4]);
    expect(batchSizes([], 0, 100, { ...cut(8), accumulate: 5, dropLast: true })).toEqual([40, 40, 16]);
  });

  test('batches already taken keep the size they had', () => {
    expect(doneSizes([4, 8, 8, 16], 12, 4)).toEqual([8, 4]);
    expect(doneSizes([], 16, 8)).toEqual([8, 8]);
    expect(doneSizes([], 18, 8)).toEqual([2, 8, 8]);
    expect(doneSizes([], 0, 8)).toEqual([]);
  });
});

describe('layoutStrip', () => {
  const rooms = [
    { width: 640, height: 40, labelWidth: 50 },
    { width: 150, height: 30, labelWidth: 50 },
    { width: 1200, height: 80, labelWidth: 0 },
  ];
  const epochs = [
    [8, 8, 8, 4],
    Array.from({ length: 1000 }, () => 1),
    [1000],
    [...Array.from({ length: 31 }, () => 32), 8],
    [10],
  ];

  test('cells are in the strip, in order, and not on each other; the present batch is among them', () => {
    for (const room of rooms) {
      for (const sizes of epochs) {
        for (const present of [0, sizes.length >> 1, sizes.length - 1]) {
          const { x, y, cellWidth, cellHeight, firstBatch, endBatch } = layoutStrip(sizes, present, room);
          expect(present >= firstBatch && present < endBatch).toBe(true);
          expect(x.length).toBe(sizes.slice(firstBatch, endBatch).reduce((sum, size) => sum + size, 0));
          for (let i = 0; i < x.length; i++) {
            expect(x[i] >= 0 && x[i] + cellWidth <= room.width + 1e-6).toBe(true);
            expect(y[i] + cellHeight).toBeLessThanOrEqual(room.height + 1e-6);
            if (i > 0) expect(y[i] > y[i - 1] || (y[i] === y[i - 1] && x[i] - x[i - 1] >= cellWidth - 1e-9)).toBe(true);
          }
        }
      }
    }
  });

  test('batches are cut apart, and the label of the last one has room', () => {
    const { x, y, cellWidth } = layoutStrip([8, 8, 4], 0, rooms[0]);
    expect(x[8] - x[7]).toBeGreaterThan(cellWidth + 3);
    expect(y[8]).toBe(y[7]);
    expect(x[19] + cellWidth + rooms[0].labelWidth).toBeLessThanOrEqual(640);
  });
});
