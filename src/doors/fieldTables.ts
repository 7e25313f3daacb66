// Every setting that a run can have, gathered from the declarations of problems, optimizers, and schedules: the schema, the
// reference, and the types of the package are written from this, so none of them can forget one.

import { settingFields, standardiseField } from '../lab/settings.ts';
import type { Field } from '../training/field.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { problems } from '../training/problems/index.ts';
import { schedules } from '../training/schedules/index.ts';

/** One declaration of a setting, and the runs that have it so. */
export interface Variant {
  readonly field: Field;
  /** `problem=line-fit`, `optimizer=adam`, ...; empty where every run has it. */
  readonly owners: readonly string[];
}

export interface Setting {
  readonly name: string;
  readonly variants: readonly Variant[];
}

interface Owned {
  readonly field: Field;
  readonly owner: string;
}

const byId = (
  kind: string,
  things: Readonly<Record<string, { readonly fields: readonly Field[] }>>,
): readonly Owned[] =>
  Object.entries(things).flatMap(([id, { fields }]) => fields.map((field) => ({ field, owner: `${kind}=${id}` })));

/** All but the words of a declaration, which do not tell one from another. */
const shapeOf = (field: Field): string =>
  JSON.stringify(field, (key, value: unknown) => (key === 'label' || key === 'why' ? undefined : value));

function gather(all: readonly Owned[], common: readonly Field[]): readonly Setting[] {
  const settings = new Map<string, Map<string, { readonly field: Field; readonly owners: string[] }>>();
  const add = (field: Field, owner: string | null): void => {
    const variants = settings.get(field.name) ?? new Map();
    settings.set(field.name, variants);
    const variant = variants.get(shapeOf(field)) ?? { field, owners: [] };
    variants.set(shapeOf(field), variant);
    if (owner !== null) variant.owners.push(owner);
  };
  for (const field of common) add(field, null);
  for (const { field, owner } of all) add(field, owner);
  return [...settings].map(([name, variants]) => ({ name, variants: [...variants.values()] }));
}

const own = [...byId('problem', problems), ...byId('optimizer', optimizers), ...byId('schedule', schedules)];

/** Those of every run, whose defaults are the page's own; then those of some. */
export function allSettings(): readonly Setting[] {
  const ownNames = new Set(own.map(({ field }) => field.name));
  const common = settingFields({ problem: 'line-fit', optimizer: 'sgd', schedule: 'constant' });
  const ofNetworks = settingFields({ problem: 'circles', optimizer: 'sgd', schedule: 'constant' });
  const isCommon = ({ name }: Field): boolean => !ownNames.has(name);
  const more = ofNetworks.filter(({ name }) => !common.some((field) => field.name === name) && !ownNames.has(name));
  const networks = Object.entries(problems).filter(([, problem]) => problem.network !== undefined);
  return gather(
    [
      ...more.flatMap((field) => networks.map(([id]) => ({ field, owner: `problem=${id}` }))),
      { field: standardiseField, owner: 'data=...' },
      ...own,
    ],
    common.filter(isCommon),
  );
}
