// The JSON Schema (draft 2020-12) of what a link, the wishes of a host, and the messages may say, written from the same
// declarations as the controls and the checks. Built, it stands in dist/schema.json and is the export `minibatch-lab/schema`.

import { exportFormats, namespace, protocolVersion, requestTypes } from '../embed/protocol.ts';
import { levels } from '../embed/wishes.ts';
import type { Field } from '../training/field.ts';
import { fewestOwnExamples, mostOwnClasses, mostOwnExamples } from '../training/ownData/ownData.ts';
import { allSettings, type Setting, type Variant } from './fieldTables.ts';
import { rangeOf } from './settingsType.ts';

/** A part of a JSON Schema. */
export type SchemaPart = Readonly<Record<string, unknown>>;

/** What a value of the field is, as JSON. */
function partOf(field: Field): SchemaPart {
  switch (field.kind) {
    case 'number':
      return {
        type: field.integer ? 'integer' : 'number',
        [field.minOpen ? 'exclusiveMinimum' : 'minimum']: field.min,
        [field.maxOpen ? 'exclusiveMaximum' : 'maximum']: field.max,
      };
    case 'switch':
      return { type: 'boolean' };
    case 'choice':
      return { enum: field.choices.map(({ value }) => value) };
    case 'text':
      return { type: 'string' };
    case 'set':
      return {
        ...{ type: 'array', minItems: 1, uniqueItems: true },
        items: { enum: field.choices.map(({ value }) => value) },
      };
    case 'list':
      return {
        type: 'array',
        items: { type: 'integer', minimum: field.min, maximum: field.max },
        ...(field.most !== undefined && { maxItems: field.most }),
      };
  }
}

const whose = ({ owners }: Variant): string => (owners.length === 0 ? '' : ` With ${owners.join(', ')}.`);

const variantPart = (variant: Variant): SchemaPart => ({
  title: variant.field.label,
  description: `${rangeOf(variant.field)}.${whose(variant)}`,
  default: variant.field.default,
  ...partOf(variant.field),
});

const settingPart = ({ variants }: Setting): SchemaPart =>
  variants.length === 1 ? variantPart(variants[0]) : { anyOf: variants.map(variantPart) };

/** Lists of names come as lists or as text with commas. */
const nameList: SchemaPart = {
  anyOf: [{ type: 'array', maxItems: 100, items: { type: 'string' } }, { type: 'string' }],
};

const wishParts: SchemaPart = {
  hide: { ...nameList, description: 'Controls and views that are left out.' },
  show: { ...nameList, description: 'Names taken off those that are left out.' },
  lock: { ...nameList, description: 'Settings that are shown and cannot be moved.' },
  theme: { enum: ['auto', 'light', 'dark'] },
  lang: { type: ['string', 'null'], description: 'A language tag, or null for the reader’s own.' },
  level: { enum: levels, description: 'All that there is in sight, or the few things of a first lesson.' },
  keys: { type: 'boolean', description: 'Single keys act on the run.' },
};

const object = (properties: SchemaPart, more: SchemaPart = {}): SchemaPart => ({
  type: 'object',
  properties,
  ...more,
});

const payloads: Readonly<Record<string, SchemaPart>> = {
  setState: { $ref: '#/$defs/state' },
  setHost: { $ref: '#/$defs/wishes' },
  step: object({ count: { type: 'integer', minimum: 1 } }),
  seek: object({ step: { type: 'integer', minimum: 0 } }, { required: ['step'] }),
  export: object(
    {
      format: { enum: exportFormats },
      scale: { type: 'integer', minimum: 1, maximum: 4 },
      library: { type: 'string' },
    },
    { required: ['format'] },
  ),
};

const requestPart = (type: string): SchemaPart =>
  object(
    {
      ns: { const: namespace },
      v: { const: protocolVersion },
      id: { anyOf: [{ type: 'number' }, { type: 'string', maxLength: 64 }] },
      type: { const: type },
      ...(payloads[type] !== undefined && { payload: payloads[type] }),
    },
    { required: ['ns', 'v', 'type'] },
  );

/** Where a run is to stand, besides its settings. */
const placeParts: SchemaPart = {
  step: { type: 'integer', minimum: 0, description: 'Begin anew and go through this many steps.' },
  phase: { enum: ['sample', 'forward', 'loss', 'backward', 'update', null] },
  speed: { type: ['number', 'null'], description: 'Steps per second; null is as fast as it goes.' },
  start: { anyOf: [{ type: 'string' }, { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number' } }] },
  data: {
    description: 'Examples in place of the problem’s own, in the units they were measured in; null brings these back.',
    anyOf: [
      object(
        {
          x: {
            ...{ type: 'array', minItems: fewestOwnExamples, maxItems: mostOwnExamples },
            items: { type: 'array', minItems: 1, maxItems: 2, items: { type: 'number' } },
          },
          y: {
            ...{ type: 'array', minItems: fewestOwnExamples, maxItems: mostOwnExamples },
            items: { type: 'number' },
          },
          names: { type: 'array', maxItems: 3, items: { type: 'string' } },
          classes: { type: 'array', maxItems: mostOwnClasses, items: { type: 'string' } },
        },
        { required: ['x', 'y'] },
      ),
      { type: 'null' },
    ],
  },
};

/** The whole schema; a document by itself describes the settings of a run. */
export function schemaOf(version: string): SchemaPart {
  const settings = Object.fromEntries(allSettings().map((setting) => [setting.name, settingPart(setting)]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Minibatch Lab',
    version,
    $ref: '#/$defs/settings',
    $defs: {
      settings: object(settings, { description: 'Settings of a run by their names in the link.' }),
      state: object({ ...settings, ...placeParts }, { description: 'Settings, and where the run is to stand.' }),
      wishes: object(wishParts, { description: 'What a page asks of the lab that it shows.' }),
      request: { oneOf: requestTypes.map(requestPart), description: 'A message to the lab.' },
    },
  };
}
