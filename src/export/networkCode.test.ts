// The code of the panel for networks: its JavaScript is run here, and every variable it computes must be the number that
// stands beside its line.

import { describe, expect, it } from 'vitest';
import { Trainer } from '../training/run/trainer.ts';
import { codeLanguagesOf, codeOf, codeValues, isOfPhase } from './code.ts';
import { recordRun } from './runRecord.ts';
import { scripts } from './scripts/index.ts';
import type { CodeLine } from './scripts/listing.ts';
import { javascriptNetworkListing } from './scripts/network/javascriptNetwork.ts';
import { networkCases } from './scripts/network/networkCases.ts';
import { networkProgramOf } from './scripts/network/networkProgram.ts';
import { networkSubject } from './scripts/network/networkSubject.ts';
import type { Case } from './scripts/scriptCases.ts';
import { microBatches } from './scripts/scriptText.ts';

/** What a line made of one of its variables, by the key of what stands beside it. */
interface Seen {
  readonly step: number;
  readonly place: number;
  readonly key: string;
  readonly value: number | readonly (number | readonly number[])[];
}

/** The code with a look, after every statement, at every variable that has a value beside it. */
function watched(lines: readonly CodeLine[]): string {
  return lines
    .flatMap(({ text, values }, place) => {
      const counted = text.replace(/^for \(const (\w+) of batches\)/, 'for (const [step, $1] of batches.entries())');
      const step = text.startsWith(' ') || text.startsWith('for ') ? 'step' : '-1';
      const looks = values.map(
        ({ variable, key }) =>
          `seen.push({ step: ${step}, place: ${place}, key: '${key}', value: structuredClone(${variable}) });`,
      );
      return [counted, ...looks];
    })
    .join('\n');
}

function runCode({ config, edits, steps }: Case): readonly Seen[] {
  const record = recordRun(config, edits, steps);
  const program = networkProgramOf(record);
  const { start } = networkSubject(record, program);
  const batches = Array.from({ length: record.count }, (_, step) => {
    const parts = microBatches(record, step).map((part) => [...part]);
    return program.isAccumulated ? parts : parts[0];
  });
  const seen: Seen[] = [];
  const text = watched(codeOf('javascript', config, edits[0].hyperparameters));
  const { definitions } = javascriptNetworkListing(program);
  const { x1, x2, y } = record.examples;
  const data = [x1, x2, y].map((column) => [...column]);
  const names = ['dataX1', 'dataX2', 'dataY', 'start', 'batches', 'learningRateOfStep', 'seen'];
  new Function(...names, [...definitions, text].join('\n'))(
    ...data,
    structuredClone(start),
    batches,
    [...record.columns.learningRate],
    seen,
  );
  return seen;
}

const cases = networkCases.filter(({ edits }) => edits.length === 1);

describe('the numbers beside the code are those it computes', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const { config, edits } = one;
    const { hyperparameters } = edits[0];
    const steps = 6;
    const seen = runCode({ ...one, steps });
    const trainer = new Trainer();
    const { examples } = trainer.start(config);
    let compared = 0;
    for (let step = 0; step < steps; step++) {
      const shown = codeValues(config, hyperparameters, trainer.preview(step, hyperparameters), examples);
      const looks = seen.filter((look) => look.step === step || look.step === -1);
      for (const name of new Set(looks.map(({ place, key }) => `${key} in line ${place}`))) {
        const same = looks.filter(({ place, key }) => `${key} in line ${place}` === name);
        const expected = shown.get(same[0].key);
        if (expected === undefined) continue;
        const last = [same.at(-1)?.value ?? []].flat(2);
        // A line in a loop over all weights is gone through for each; one in a loop over micro-batches counts as the last.
        const isWhole = last.length === expected.length;
        const numbers = isWhole ? last : same.slice(-expected.length).flatMap(({ value }) => value as number);
        expect(numbers.length, name).toBe(expected.length);
        for (const [i, number] of numbers.entries())
          if (!(Math.abs(number - expected[i]) <= 1e-9 * Math.max(1, Math.abs(number))))
            expect.fail(`${name} of step ${step}: ${number} and beside it ${expected[i]}`);
        compared += 1;
      }
      trainer.advance({
        ...{ steps: 1, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 99, beyondConvergence: true },
        hyperparameters,
      });
    }
    expect(compared).toBeGreaterThan(steps * 10);
  });
});

const config = cases[0].config;

describe.each(codeLanguagesOf(config))('%s', (language) => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const { hyperparameters } = one.edits[0];
    const lines = codeOf(language, one.config, hyperparameters);
    const phases = ['sample', 'forward', 'loss', 'backward', 'update'] as const;
    for (const phase of phases)
      expect(
        lines.some((each) => isOfPhase(each, phase)),
        phase,
      ).toBe(true);
    const places = lines.flatMap(({ phase }) => (phase === null ? [] : [phases.indexOf(phase)]));
    expect(places).toEqual(places.toSorted());
    const script = scripts[language].write(recordRun(one.config, one.edits, one.steps));
    for (const { text } of lines.filter((each) => !each.text.startsWith('for '))) expect(script).toContain(`${text}\n`);
  });
});

it.each(['numpy', 'pytorch-tensors', 'tensorflow', 'javascript'] as const)(
  '%s: a layer has its own lines',
  (language) => {
    const { config, edits } = cases[0];
    const lines = codeOf(language, config, edits[0].hyperparameters);
    const texts = (phase: 'forward' | 'backward', layer: number | null): string =>
      lines
        .filter((each) => isOfPhase(each, phase, layer))
        .map(({ text }) => text)
        .join('\n');
    expect(texts('forward', 1)).toMatch(/z2 = .*W2/);
    expect(texts('forward', 1)).not.toMatch(/\bz1 =|W3/);
    expect(texts('forward', null)).toMatch(/z1 = .*z2 = .*W3/s);
    if (language === 'pytorch-tensors' || language === 'tensorflow') return;
    expect(texts('backward', 0)).toMatch(/delta1 = .*dW1 = .*db1 = /s);
    expect(texts('backward', 0)).not.toMatch(/delta2 =/);
  },
);
