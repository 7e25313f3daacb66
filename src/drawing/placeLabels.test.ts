import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelRequest, type PlacedLabel, placeLabels, spreadLabels } from './placeLabels.ts';
import { clipSegment, type Rectangle, type Segment } from './viewport.ts';

const plot = { left: 0, top: 0, right: 400, bottom: 300 };

const label = (x: number, y: number, dx: number, dy: number, width = 60): LabelRequest => ({
  ...{ width, height: 15, x, y, dx, dy },
});
const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const distance = (box: Rectangle, x: number, y: number): number =>
  Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

describe('labels beside what they name', () => {
  const place = fc.record({ x: fc.integer({ min: 20, max: 380 }), y: fc.integer({ min: 20, max: 280 }) });
  const request = fc
    .tuple(
      place,
      fc.integer({ min: 20, max: 130 }),
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: -50, max: 50 }),
    )
    .map(([{ x, y }, width, dx, dy]) => label(x, y, dx, dy, width));

  it('are inside, on no other label or leader, on no line, and on no mark', () => {
    const line = fc.tuple(place, place).map(([from, to]): Segment => [from.x, from.y, to.x, to.y]);
    const disc = place.map((at) => ({ ...at, radius: 9 }));
    fc.assert(
      fc.property(
        fc.array(request, { minLength: 1, maxLength: 4 }),
        fc.array(line, { maxLength: 3 }),
        fc.array(disc, { maxLength: 2 }),
        (requests, lines, discs) => {
          const placed = placeLabels(requests, { plot, lines, discs }).filter((box) => box !== null);
          for (const [i, box] of placed.entries()) {
            expect(box.left >= 0 && box.top >= 0 && box.right <= 400 && box.bottom <= 300).toBe(true);
            for (const segment of lines) expect(clipSegment(box, ...segment)).toBeNull();
            for (const { x, y, radius } of discs) expect(distance(box, x, y)).toBeGreaterThanOrEqual(radius);
            for (const [k, other] of placed.entries()) {
              if (k === i) continue;
              expect(overlaps(box, other)).toBe(false);
              if (other.leader !== null) expect(clipSegment(box, ...other.leader)).toBeNull();
            }
          }
        },
      ),
    );
  });

  it('stand beyond the tip without a leader, and move aside for a line', () => {
    const [free] = placeLabels([label(200, 150, 1, 0)], { plot });
    expect(free).toMatchObject({ left: 209, leader: null });
    const line = [200, 150, 400, 150] as const;
    const [aside] = placeLabels([label(200, 150, 1, 0)], { plot, lines: [line] });
    expect(aside).toMatchObject({ leader: null });
    expect(clipSegment(aside as PlacedLabel, ...line)).toBeNull();
  });

  it('find a place for three short arrows at one point, each joined to its own tip', () => {
    const tips = [label(203, 151, 3, 1, 50), label(204, 149, 4, -1, 150), label(202, 152, 2, 2, 90)];
    const discs = [{ x: 200, y: 150, radius: 30 }];
    const places = placeLabels(tips, { plot, discs });
    expect(places.every((box) => box !== null && box.leader !== null)).toBe(true);
    for (const [i, box] of places.entries()) {
      const [x1, y1, x2, y2] = box?.leader ?? [0, 0, 0, 0];
      expect(Math.hypot(x1 - tips[i].x, y1 - tips[i].y)).toBeLessThan(5);
      expect(distance(box as PlacedLabel, x2, y2)).toBeLessThan(5);
      expect(distance(box as PlacedLabel, 200, 150)).toBeGreaterThanOrEqual(30);
    }
  });

  it('are nearest to their own tip where no leader says whose they are', () => {
    const labels = [label(200, 150, 40, -12, 130), label(215, 142, 55, -20, 90)];
    const [first, second] = placeLabels(labels, { plot }) as [PlacedLabel, PlacedLabel];
    if (first.leader === null) expect(distance(first, 200, 150)).toBeLessThan(distance(first, 215, 142));
    if (second.leader === null) expect(distance(second, 215, 142)).toBeLessThan(distance(second, 200, 150));
  });

  it('leave free what is to be seen where they can, and cover it where they must', () => {
    const lines: readonly Segment[] = Array.from({ length: 20 }, (_, i) => [210, 100 + 5 * i, 300, 100 + 5 * i]);
    const [aside] = placeLabels([label(200, 150, 1, 0)], { plot, busy: [{ lines, cost: 5 }] });
    expect(lines.filter((line) => clipSegment(aside as PlacedLabel, ...line) !== null)).toEqual([]);
    const everywhere: readonly Segment[] = Array.from({ length: 60 }, (_, i) => [0, 5 * i, 400, 5 * i]);
    expect(placeLabels([label(200, 150, 1, 0)], { plot, busy: [{ lines: everywhere, cost: 1 }] })[0]).not.toBeNull();
  });

  it('keep off labels that stand already', () => {
    const taken = [{ left: 205, right: 300, top: 140, bottom: 160 }];
    const [aside] = placeLabels([label(200, 150, 1, 0)], { plot, taken });
    expect(overlaps(aside as PlacedLabel, taken[0])).toBe(false);
  });

  it('are left out where there is no room', () => {
    expect(placeLabels([label(10, 10, 1, 0, 500)], { plot })).toEqual([null]);
  });
});

describe('labels at the ends of lines', () => {
  const square = { left: 0, top: 0, right: 100, bottom: 100 };
  it('stay where they are while they have room', () => {
    expect(spreadLabels([20, 80, 50], 14, square)).toEqual([20, 80, 50]);
  });
  it('keep apart and inside', () => {
    const placed = spreadLabels([99, 98, 99, 0], 14, square);
    expect(placed[3]).toBe(7);
    expect([...placed].sort((a, b) => a - b)).toEqual([7, 65, 79, 93]);
    expect(placed[1]).toBe(65);
  });
});
