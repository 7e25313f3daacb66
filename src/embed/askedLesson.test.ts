// A question, and a page around it that tries every request: nothing of the answer is told, and the question stays.

import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exportText } from '../export/forHost.ts';
import { Lab } from '../lab/lab.ts';
import { lessons } from '../lab/lessons/index.ts';
import { hasLayers } from '../lab/network.ts';
import { openLesson } from '../lab/openLesson.ts';
import { parseLink } from '../lab/url.ts';
import { networkObjective } from '../training/objective/networkObjective.ts';
import { giveNetworks } from '../training/run/networks.ts';
import { Trainer } from '../training/run/trainer.ts';
import { createPageTrainer } from '../worker/pageTrainer.ts';
import { carryOut } from './commands.ts';
import { parseHost } from './host.ts';
import type { Request } from './protocol.ts';
import { snapshotOf } from './snapshot.ts';
import { createHostStore } from './wishes.ts';

beforeAll(() => giveNetworks(networkObjective));

let lab: Lab;
afterEach(() => lab.dispose());

const settled = async (): Promise<void> => {
  while (!lab.isCurrent || lab.wantedStep !== lab.store.getState().cursor)
    await new Promise((resolve) => setTimeout(resolve, 0));
};

/** What another page or the reader could press, type, or send. */
const requests: readonly Request[] = [
  { type: 'hello' },
  { type: 'getState' },
  { type: 'step', count: 3 },
  { type: 'seek', step: 5 },
  { type: 'stepPhase' },
  { type: 'play' },
  { type: 'pause' },
  { type: 'reset' },
  { type: 'setState', values: { speed: 20 } },
  { type: 'setState', values: { phase: 'backward' } },
  { type: 'setState', values: { phase: 'update' } },
  { type: 'setHost', change: { level: 'all' } },
];
const ofNetworks: readonly Request[] = [
  { type: 'setState', values: { plane: 'step' } },
  { type: 'setState', values: { plane: 'principal' } },
];

/** Everything that can be read of the lab, in digits. */
const told = (): string =>
  JSON.stringify(
    [
      lab.store.getState(),
      snapshotOf(lab),
      exportText(lab, 'csv', '')?.text,
      exportText(lab, 'json', '')?.text,
      [...lab.history.column('w1')],
    ],
    (_, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value),
  );

/** The numbers of the first step that are told after the answer only: each with digits enough to be told from others. */
function secretsOf(hash: string): readonly string[] {
  const { config, hyperparameters } = parseLink(hash);
  const trainer = new Trainer();
  trainer.start(config);
  const { gradient, update } = trainer.preview(0, hyperparameters);
  return [...gradient, ...update].map((value) => String(Math.abs(value)).slice(0, 9)).filter((text) => text.length > 8);
}

describe.each(lessons.map(({ key, load }) => [key, load] as const))('while %s is asked', (key, load) => {
  it('no request and no export tells what the step does, or leaves the question', async () => {
    const { settings } = await load();
    const computer = { shown: async () => ({}), truth: async () => null };
    lab = new Lab({
      initial: parseLink('#problem=tug-of-war'),
      connect: async () => createPageTrainer(),
      lessonComputer: async () => computer,
    });
    // What a reader had open before is no way around the question.
    lab.setLayers({ gradients: true, batchSurface: 'over', resampleSeed: 1 });
    lab.wantDraws(true);
    lab.setLimits({ areExplained: true });
    await settled();
    await openLesson(lab, key);
    await settled();
    const secrets = secretsOf(`#${settings}`);
    const host = createHostStore(parseHost('').wishes);
    const { config } = lab.store.getState();
    for (const request of [...requests, ...(hasLayers(config) ? ofNetworks : [])]) {
      await carryOut({ lab, host, exportRun: async () => null }, request);
      await settled();
      const { detail, phase, stepCount, lesson, draws, batchSurface, limits } = lab.store.getState();
      expect(limits.areExplained).toBe(false);
      expect({ request, detail, phase, stepCount, draws, batchSurface, open: lesson?.key, at: lesson?.phase }).toEqual({
        ...{
          request,
          detail: null,
          phase: null,
          stepCount: 0,
          draws: null,
          batchSurface: null,
          open: key,
          at: 'asked',
        },
      });
    }
    const known = told();
    expect(secrets.filter((secret) => known.includes(secret))).toEqual([]);
  });
});
