// Networks whose numbers become too large to compute with, whatever bends them and whatever scores them: where the run ends,
// which layer is named, and what a file says of it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activations } from '../training/network/activations/index.ts';
import { type NetworkLossId, networkLosses } from '../training/network/losses/index.ts';
import { networkLossKinds } from '../training/network/losses/kinds.ts';
import { networkObjective } from '../training/objective/networkObjective.ts';
import { present } from '../training/present.ts';
import { networkProblems } from '../training/problems/index.ts';
import type { Steps } from '../training/run/log.ts';
import { giveNetworks } from '../training/run/networks.ts';
import type { Edit, RunConfig, StepDetail } from '../training/run/run.ts';
import { farOut } from '../training/run/takeUpdate.ts';
import { Trainer } from '../training/run/trainer.ts';
import { stepsCsv } from './csv.ts';
import { recordRun } from './runRecord.ts';

giveNetworks(networkObjective);

const areFinite = (numbers: Float64Array): boolean => numbers.every(Number.isFinite);

const problemOf = (loss: NetworkLossId): keyof typeof networkProblems =>
  present(
    (['circles', 'three-clusters', 'curve'] as const).find((key) =>
      networkLossKinds[loss].fits(networkProblems[key].data.classes),
    ),
  );

/** Everything that decides how a network flies apart. */
const settings = fc.record({
  layers: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }),
  rateExponent: fc.double({ min: 1, max: 300, noNaN: true }),
  optimizer: fc.constantFrom('sgd', 'momentum', 'adam', 'rprop', 'lion' as const),
  batchSize: fc.constantFrom(1, 7, 20),
  spread: fc.double({ min: 0.1, max: 10, noNaN: true }),
  clipNorm: fc.option(fc.constantFrom(1, 1e9)),
  accumulate: fc.constantFrom(1, 2),
});
type Chosen = typeof settings extends fc.Arbitrary<infer Value> ? Value : never;

interface Ended {
  readonly steps: Steps;
  readonly detail: StepDetail;
  readonly config: RunConfig;
  readonly edit: Edit;
}

/** A run up to where it diverges; null where it does not within 60 steps. */
function diverged(activation: string, loss: NetworkLossId, chosen: Chosen): Ended | null {
  const { layers, rateExponent, optimizer, batchSize, spread, clipNorm, accumulate } = chosen;
  const config: RunConfig = {
    ...{ problem: problemOf(loss), settings: { layers, activation, loss, initial: 'normal', spread } },
    ...{ examples: 20, noise: 0.1, seed: 2, start: [0, 0], optimizer, sampling: 'reshuffle', dropLast: false },
  };
  const hyperparameters = {
    ...{ learningRate: 10 ** rateExponent, batchSize, optimizer: {}, clipNorm },
    ...{ schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} } as const },
    accumulate: batchSize === 20 ? 1 : accumulate,
  };
  const trainer = new Trainer();
  trainer.start(config);
  const limits = { steps: 60, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, beyondConvergence: true };
  const { end, steps, detail } = trainer.advance({ ...limits, hyperparameters });
  return end === 'diverged' ? { steps, detail, config, edit: { step: 0, hyperparameters } } : null;
}

/** Whether every number of a layer is finite on the way forward, and on the way back. */
function finiteness({ network, update }: StepDetail, config: RunConfig) {
  const objective = networkObjective(networkProblems[config.problem as 'circles'].network(settingsOf(config)));
  return present(network).layers.map(({ sum, value, delta }, layer) => {
    const { weights, end } = objective.layers[layer];
    return {
      forward: areFinite(sum) && areFinite(value),
      back: areFinite(delta),
      update: areFinite(update.subarray(weights, end)),
    };
  });
}

const settingsOf = (config: RunConfig) => ({
  ...Object.fromEntries(
    networkProblems[config.problem as 'circles'].fields.map(({ name, default: preset }) => [name, preset]),
  ),
  ...config.settings,
});

function checkEnd({ steps, detail, config, edit }: Ended): void {
  // The last finite state is kept, and nothing that is not finite was written down as weights.
  expect(areFinite(detail.weights)).toBe(true);
  expect(detail.step).toBe(steps.count);
  const { overflow } = detail;
  const layers = finiteness(detail, config);
  const isFarOut = detail.weights.some((weight) => Math.abs(weight) > farOut);
  if (overflow === null) {
    expect(layers.every(({ forward, back, update }) => forward && back && update)).toBe(true);
    // What ends a run whose numbers are finite is that its weights are far out.
    expect(isFarOut).toBe(true);
  } else {
    const named = layers[overflow];
    expect(named.forward && named.back && named.update).toBe(false);
    // The first on the way: below it all went well forward, or where forward all went well, above it back.
    if (!named.forward) expect(layers.slice(0, overflow).every(({ forward }) => forward)).toBe(true);
    else expect(layers.every(({ forward }) => forward)).toBe(true);
    if (named.forward && !named.back) expect(layers.slice(overflow + 1).every(({ back }) => back)).toBe(true);
  }
  const record = recordRun(config, [edit], steps.count);
  expect(record.finalWeights).toEqual([...detail.weights]);
  const [head, ...rows] = stepsCsv(record).trimEnd().split('\r\n');
  expect(rows).toHaveLength(steps.count);
  const names = head.split(/,(?![^[]*\])/).map((name) => name.replaceAll('"', ''));
  for (const row of rows) {
    const cells = row.split(',');
    expect(cells).toHaveLength(names.length);
    expect(row).not.toMatch(/NaN|Infinity/);
    for (const [at, name] of names.entries()) if (/^[Wb]\d/.test(name)) expect(cells[at]).toMatch(/^-?\d/);
  }
}

describe.each(Object.keys(networkLosses) as NetworkLossId[])('scored by %s, a network that flies apart', (loss) => {
  it.each(Object.keys(activations))(
    'and is bent by %s ends at its last finite weights, the layer named',
    (activation) => {
      let ended = 0;
      fc.assert(
        fc.property(settings, (chosen) => {
          const run = diverged(activation, loss, chosen);
          if (run === null) return;
          ended++;
          checkEnd(run);
        }),
        { numRuns: 25, seed: 1 },
      );
      expect(ended).toBeGreaterThan(5);
    },
  );
});
