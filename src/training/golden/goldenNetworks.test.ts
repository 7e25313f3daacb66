// The golden runs of networks in Node. After a deliberate change of the numbers renew their hashes and commit them with it:
//   RENEW_GOLDEN_RUNS=1 npx vitest run src/training/golden/goldenNetworks.test.ts

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { activations } from '../network/activations/index.ts';
import { networkDatasets } from '../network/datasets/index.ts';
import { type InitialId, initialLabels } from '../network/initialFields.ts';
import { inputFeatures } from '../network/inputs.ts';
import { networkLosses } from '../network/losses/index.ts';
import { goldenNetworkHash, goldenNetworks, takeGoldenNetwork } from './goldenNetworks.ts';

const file = new URL('goldenNetworks.json', import.meta.url);
const named = goldenNetworks.map((run) => [run.name, run] as const);
const hashes = new Map<string, string>();

beforeAll(() => {
  for (const run of goldenNetworks) hashes.set(run.name, goldenNetworkHash(run));
  if (process.env.RENEW_GOLDEN_RUNS === '1')
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
});

/** The largest weight one ulp farther from 0: a change that no first update rounds away. */
function nudge(weights: Float64Array): void {
  const largest = weights.reduce((best, weight, i) => (Math.abs(weight) > Math.abs(weights[best]) ? i : best), 0);
  new BigInt64Array(weights.buffer)[largest] += 1n;
}

describe('the golden runs of networks', () => {
  it('have the hashes written down, no more and no fewer', () => {
    const kept: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    expect(Object.fromEntries(hashes), 'the numbers changed; if they were meant to, renew the hashes').toEqual(kept);
    expect(hashes.size).toBe(goldenNetworks.length);
  });

  it('hold every activation, loss, input, data set, and random way to begin', () => {
    const seen = (of: (run: (typeof goldenNetworks)[number]) => string | readonly string[]) =>
      new Set(goldenNetworks.flatMap(of));
    expect(seen(({ network }) => network.activation)).toEqual(new Set(Object.keys(activations)));
    expect(seen(({ network }) => network.loss)).toEqual(new Set(Object.keys(networkLosses)));
    expect(seen(({ network }) => network.inputs)).toEqual(new Set(Object.keys(inputFeatures)));
    expect(seen(({ data }) => data)).toEqual(new Set(Object.keys(networkDatasets)));
    const random = (Object.keys(initialLabels) as InitialId[]).filter((kind) => kind !== 'equal' && kind !== 'zero');
    expect(seen(({ initial }) => initial.kind)).toEqual(new Set(random));
  });

  it.each(named)('%s: finite, and chaotic exactly if it says so', (name, run) => {
    const all = takeGoldenNetwork(run);
    expect(all.every(Number.isFinite)).toBe(true);
    const other = takeGoldenNetwork(run, nudge);
    const farthest = all.reduce((most, number, i) => Math.max(most, Math.abs(number - other[i])), 0);
    expect(farthest).toBeGreaterThan(0);
    if (run.isChaotic) expect(farthest).toBeGreaterThan(1e-3);
    else expect(farthest).toBeLessThan(1e-9);
    expect(goldenNetworkHash(run), 'again').toBe(hashes.get(name));
  });
});
