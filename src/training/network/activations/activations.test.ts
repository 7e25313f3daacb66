import { describe, expect, it } from 'vitest';
import { Random } from '../../random.ts';
import { type Activation, slopesOf } from '../activation.ts';
import { activations } from './index.ts';

const named: readonly (readonly [string, Activation])[] = Object.entries(activations);

/** f, f', and f'' at one sum. */
function at(activation: Activation, z: number): { value: number; slope: number; bend: number } {
  const [sum, value, slope, bend] = [z, 0, 0, 0].map((number) => Float64Array.of(number));
  activation.value(sum, 1, value);
  slopesOf(activation, sum, value, 1, slope);
  activation.secondDerivative(sum, value, 1, bend);
  return { value: value[0], slope: slope[0], bend: bend[0] };
}

describe.each(named)('%s', (name, activation) => {
  const random = new Random(5);
  const sums = Array.from({ length: 400 }, () => random.uniform(-9, 9)).filter((z) => Math.abs(z) > 1e-4);

  it('has the slope and the bend of central differences', () => {
    const step = 1e-5;
    for (const z of sums) {
      const [before, here, after] = [z - step, z, z + step].map((sum) => at(activation, sum));
      expect(Math.abs(here.slope - (after.value - before.value) / (2 * step)), `f' at ${z}`).toBeLessThan(1e-9);
      expect(Math.abs(here.bend - (after.slope - before.slope) / (2 * step)), `f'' at ${z}`).toBeLessThan(1e-9);
    }
  });

  it('has the largest slope that it names', () => {
    const slopes = Array.from({ length: 4001 }, (_, i) => Math.abs(at(activation, (i - 2000) / 200).slope));
    const largest = Math.max(...slopes);
    expect(largest).toBeLessThanOrEqual(activation.largestSlope);
    expect(largest).toBeGreaterThan(0.999 * activation.largestSlope);
  });

  it('stays a number however large the sum', () => {
    for (const z of [0, -0, 5e-324, 20, 20.000000001, 38, 709, 745, 1e10, 1e160, 1e300, 1.7976931348623157e308]) {
      for (const sum of [z, -z]) {
        const { value, slope, bend } = at(activation, sum);
        expect([value, slope, bend].map(Number.isFinite), `${name} at ${sum}`).toEqual([true, true, true]);
      }
    }
  });

  it('passes on what is not a number', () => {
    expect(at(activation, Number.NaN).value).toBeNaN();
  });
});

describe('at special sums', () => {
  it('the slope at a corner is that of PyTorch', () => {
    expect(at(activations.relu, 0)).toEqual({ value: 0, slope: 0, bend: 0 });
    expect(at(activations['leaky-relu'], 0)).toEqual({ value: 0, slope: 0.01, bend: 0 });
  });

  it('softplus is the sum itself past 20, as in PyTorch', () => {
    expect(at(activations.softplus, 20).value).toBe(20.000000002061153);
    expect(at(activations.softplus, 20.1)).toEqual({ value: 20.1, slope: 1, bend: 0 });
  });

  it('the gains are those of torch.nn.init.calculate_gain', () => {
    const { tanh, relu, sigmoid, linear } = activations;
    expect([tanh, relu, sigmoid, linear].map(({ gain }) => gain)).toEqual([5 / 3, Math.SQRT2, 1, 1]);
    expect(activations['leaky-relu'].gain).toBeCloseTo(1.4141428569978354, 15);
  });
});
