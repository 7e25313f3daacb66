import { describe, expect, it } from 'vitest';
import { layoutOf, nameOfWeight } from '../training/network/layout.ts';
import { keyOfPart, type NetworkPart, partAt, planNetwork, textLineHeight, unitBox } from './networkPlan.ts';
import { type NetworkKey, nextPart, weightsOfLayer } from './networkSteps.ts';
import { heightOf, type Rectangle } from './viewport.ts';

const boxes = [
  [300, 200],
  [360, 260],
  [500, 300],
  [640, 480],
  [660, 420],
  [768, 768],
  [1400, 900],
  [300, 900],
  [1400, 200],
] as const;

const networks = [
  [2, 1],
  [1, 4, 1],
  [2, 4, 2, 1],
  [2, 16, 1],
  [8, 8, 8, 8, 8, 6],
  [7, 1, 8, 1, 3],
];

const room = (width: number, height: number): Rectangle => ({
  left: 10,
  top: 5,
  right: 10 + width,
  bottom: 5 + height,
});
const sides = { left: 36, right: 44, number: 44 };

describe.each(networks.map((sizes) => ({ sizes })))('a network of $sizes', ({ sizes }) => {
  const layout = layoutOf(sizes);

  it.each(boxes)('in %d x %d stands in its room, no unit on another and no text on a unit', (width, height) => {
    const place = room(width, height);
    const plan = planNetwork(layout, place, sides);
    expect(plan.columns.map((units) => units.length)).toEqual(sizes);
    expect(plan.side).toBeGreaterThanOrEqual(8);
    for (const units of plan.columns) {
      for (const [unit, at] of units.entries()) {
        const box = unitBox(at, plan.side);
        const foot = box.bottom + plan.textLines * textLineHeight;
        expect(box.left).toBeGreaterThanOrEqual(place.left + sides.left - 1e-9);
        expect(box.right).toBeLessThanOrEqual(place.right - sides.right + 1e-9);
        expect(box.top).toBeGreaterThanOrEqual((plan.titleY ?? place.top - 6) + 6);
        expect(foot).toBeLessThanOrEqual(place.bottom + 1e-9);
        if (unit + 1 < units.length) expect(units[unit + 1].y - plan.side / 2).toBeGreaterThanOrEqual(foot);
      }
    }
    for (let column = 1; column < sizes.length; column++)
      expect(plan.columns[column][0].x - plan.columns[column - 1][0].x).toBeGreaterThan(1.9 * plan.side);
  });

  it.each(boxes)(
    'in %d x %d has a line for each weight, from its input to its unit, and a stub for each bias',
    (w, h) => {
      const plan = planNetwork(layout, room(w, h), sides);
      expect(plan.lines).toHaveLength(layout.dimension);
      for (const [layer, { inputs, units, weights, biases }] of layout.layers.entries()) {
        for (let unit = 0; unit < units; unit++) {
          const to = unitBox(plan.columns[layer + 1][unit], plan.side);
          for (let input = 0; input < inputs; input++) {
            const [x1, y1, x2, y2] = plan.lines[weights + unit * inputs + input];
            const from = unitBox(plan.columns[layer][input], plan.side);
            expect([x1, x2]).toEqual([from.right, to.left]);
            expect(y1).toBeGreaterThan(from.top);
            expect(y1).toBeLessThan(from.bottom);
            expect(y2).toBeGreaterThan(to.top);
            expect(y2).toBeLessThan(to.top + 0.8 * heightOf(to));
          }
          const [x1, , x2] = plan.lines[biases + unit];
          expect(x2).toBe(to.left);
          expect(x1).toBeLessThan(to.left);
          expect(x1).toBeGreaterThan(plan.columns[layer][0].x + plan.side / 2);
        }
      }
    },
  );

  it('finds what is under a pixel, and nothing far from everything', () => {
    const plan = planNetwork(layout, room(1400, 900), sides);
    for (const [column, units] of plan.columns.entries())
      for (const [unit, { x, y }] of units.entries())
        expect(partAt(plan, x + plan.side / 3, y, 8)).toEqual({ kind: 'unit', column, unit });
    for (const { biases, end } of layout.layers) {
      for (let index = biases; index < end; index++) {
        const [x1, y1] = plan.lines[index];
        expect(partAt(plan, x1 - 1, y1, 8)).toEqual({ kind: 'weight', index });
      }
    }
    // Near its unit every line is by itself, unless its fellows are as close as lines can be.
    const [x1, y1, x2, y2] = plan.lines[0];
    expect(partAt(plan, x2 - 0.02 * (x2 - x1), y2 - 0.02 * (y2 - y1), 8)).toEqual({ kind: 'weight', index: 0 });
    expect(partAt(plan, plan.room.left, plan.room.top, 8)).toBeNull();
  });

  it('is gone through by the arrow keys: every unit and every weight is reached', () => {
    const reached = new Map<string, NetworkPart>();
    const first: NetworkPart = { kind: 'unit', column: 0, unit: 0 };
    const open: NetworkPart[] = [first];
    const keys: NetworkKey[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
    while (open.length > 0) {
      const part = open.pop();
      if (part === undefined || reached.has(keyOfPart(part))) continue;
      reached.set(keyOfPart(part), part);
      open.push(...keys.map((key) => nextPart(layout, part, key)));
    }
    expect(reached.size).toBe(layout.dimension + sizes.reduce((sum, size) => sum + size, 0));
  });
});

it('numbers are written only where the columns leave room for them side by side', () => {
  const dense = layoutOf([7, 8, 8, 8, 8, 1]);
  expect(planNetwork(dense, room(300, 560), sides).textLines).toBe(0);
  const wide = planNetwork(dense, room(640, 560), sides);
  expect(wide.textLines).toBeGreaterThan(0);
  expect(wide.pitch).toBeGreaterThanOrEqual(sides.number + 4);
  expect(wide.gap).toBeCloseTo(wide.pitch - Math.max(wide.side, sides.number), 12);
});

describe('the way of the keys', () => {
  const layout = layoutOf([2, 3, 1]);
  const named = (part: NetworkPart): string =>
    part.kind === 'unit' ? `${part.column}.${part.unit}` : nameOfWeight(layout, part.index);

  it('goes from a unit along a weight to the next unit, and back', () => {
    const keys: NetworkKey[] = ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'];
    const way: string[] = [];
    keys.reduce<NetworkPart>(
      (part, key) => {
        const next = nextPart(layout, part, key);
        way.push(named(next));
        return next;
      },
      { kind: 'unit', column: 0, unit: 1 },
    );
    expect(way).toEqual(['W1[1,2]', 'b1[1]', '1.0', 'W1[1,1]', '0.0', '0.0']);
  });

  it('goes through the weights of a layer unit by unit, each bias after its weights', () => {
    expect(
      weightsOfLayer(layout, 0)
        .map((index) => nameOfWeight(layout, index))
        .join(' '),
    ).toBe('W1[1,1] W1[1,2] b1[1] W1[2,1] W1[2,2] b1[2] W1[3,1] W1[3,2] b1[3]');
    const at = (index: number, key: NetworkKey) => named(nextPart(layout, { kind: 'weight', index }, key));
    expect(at(0, 'End')).toBe('b1[3]');
    expect(at(8, 'Home')).toBe('W1[1,1]');
    expect(at(8, 'ArrowDown')).toBe('b1[3]');
    expect(at(0, 'ArrowUp')).toBe('W1[1,1]');
    expect(at(8, 'ArrowLeft')).toBe('1.2');
  });
});
