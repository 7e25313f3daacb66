// The schema against the page: whatever a run can be is valid, and what the page refuses is not.

import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMessage } from '../embed/protocol.ts';
import { settingFields } from '../lab/settings.ts';
import { fromValues, valuesOf } from '../lab/settingsCodec.ts';
import type { Field, FieldValue } from '../training/field.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { problems } from '../training/problems/index.ts';
import { schedules } from '../training/schedules/index.ts';
import { schemaOf } from './schema.ts';

const schema = schemaOf('0.0.0');
const ajv = new Ajv({ strict: false, allErrors: false }).addSchema(schema, 'lab');
const validator = (name: string) => ajv.compile({ $ref: `lab#/$defs/${name}` });
const [settings, state, wishes, request] = ['settings', 'state', 'wishes', 'request'].map(validator);

const idOf = <Id extends string>(things: Readonly<Record<Id, unknown>>) =>
  fc.constantFrom(...(Object.keys(things) as Id[]));

const keys = fc.record({ problem: idOf(problems), optimizer: idOf(optimizers), schedule: idOf(schedules) });

/** Values that a field takes. */
function anyOf(field: Field): fc.Arbitrary<FieldValue> {
  switch (field.kind) {
    case 'number':
      return field.integer
        ? fc.integer({ min: field.min + (field.minOpen ? 1 : 0), max: field.max - (field.maxOpen ? 1 : 0) })
        : fc.double({
            ...{ min: field.min, max: field.max, noNaN: true, noDefaultInfinity: true },
            ...{ minExcluded: field.minOpen ?? false, maxExcluded: field.maxOpen ?? false },
          });
    case 'switch':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.choices.map(({ value }) => value));
    case 'set':
      return fc.subarray(
        field.choices.map(({ value }) => value),
        { minLength: 1 },
      );
    case 'list':
      return fc
        .uniqueArray(fc.integer({ min: field.min, max: field.max }), { maxLength: field.most ?? 6 })
        .map((list) => [...list].sort((a, b) => a - b));
    case 'text':
      return fc.constant(field.default);
  }
}

const states = keys.chain((chosen) =>
  fc
    .record(Object.fromEntries(settingFields(chosen).map((field) => [field.name, anyOf(field)])))
    .map((values) => ({ ...values, ...chosen })),
);

it('takes 5,000 states as the page has them', () => {
  fc.assert(
    fc.property(states, (values) => {
      expect(settings(values), JSON.stringify(settings.errors)).toBe(true);
      const told = valuesOf(fromValues(values));
      expect(state({ ...told, step: 3, phase: null }), JSON.stringify(state.errors)).toBe(true);
      expect(request({ ns: 'minibatch-lab', v: 1, id: 1, type: 'setState', payload: told })).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

it('refuses what the page refuses', () => {
  for (const bad of [{ seed: 'x' }, { learningRate: -1 }, { batchSize: 0.5 }, { problem: 'nothing' }, { amsgrad: 3 }])
    expect(settings(bad), JSON.stringify(bad)).toBe(false);
  for (const bad of [{ theme: 'red' }, { keys: 'maybe' }, { hide: 3 }]) {
    expect(wishes(bad), JSON.stringify(bad)).toBe(false);
    expect(parseMessage({ ns: 'minibatch-lab', v: 1, type: 'setHost', payload: bad })?.request).toBeInstanceOf(Error);
  }
  for (const type of ['nothing', 'seek']) expect(request({ ns: 'minibatch-lab', v: 1, type })).toBe(type === 'seek');
});
