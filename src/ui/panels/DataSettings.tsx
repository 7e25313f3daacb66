// The examples of a run and where it starts; every change here begins the run anew.

import { weightField } from '../../lab/settings.ts';
import type { NumberField } from '../../training/field.ts';
import { withDefaults } from '../../training/field.ts';
import { commonFields, type Problem } from '../../training/problem.ts';
import { problems } from '../../training/problems/index.ts';
import type { Weights } from '../../training/vector.ts';
import fieldCss from '../controls/controls.module.css';
import { FieldControl } from '../controls/FieldControl.tsx';
import { NumberInput } from '../controls/NumberInput.tsx';
import { Control } from '../host/Control.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useRegistryText, useText } from '../text/TextContext.tsx';
import css from './Settings.module.css';

const [examplesField, noiseField, seedField] = commonFields;

export function DataSettings() {
  const lab = useLab();
  const { page } = useText();
  const config = useLabState((state) => state.config);
  const problem: Problem = problems[config.problem];
  const registryText = useRegistryText();
  const noise = {
    ...noiseField,
    label: `${registryText(noiseField.label)} (${registryText(problem.noiseMeaning(withDefaults(problem.fields, config.settings)))})`,
  };
  return (
    <fieldset className={css.group}>
      <legend>
        {page.data} <small>{page.startsAnew}</small>
      </legend>
      <FieldControl
        field={examplesField}
        value={config.examples}
        onCommit={(examples) => lab.configure({ examples: examples as number })}
      />
      <FieldControl
        field={noise}
        value={config.noise}
        onCommit={(value) => lab.configure({ noise: value as number })}
      />
      {problem.fields.map((field) => (
        <FieldControl
          key={field.name}
          field={field}
          value={config.settings[field.name] ?? field.default}
          onCommit={(value) => lab.configure({ settings: { ...config.settings, [field.name]: value } })}
        />
      ))}
      <Control name="seed">
        <Seed seed={config.seed} />
      </Control>
      <Control name="start">
        <Start start={config.start} />
      </Control>
    </fieldset>
  );
}

function Seed({ seed }: { readonly seed: number }) {
  const lab = useLab();
  const { page } = useText();
  const label = useRegistryText()(seedField.label);
  return (
    <div className={fieldCss.field}>
      <span className={fieldCss.fieldLabel}>{label}</span>
      <button type="button" onClick={() => lab.configure({ seed: Math.floor(Math.random() * 10_000) })}>
        {page.newSeed}
      </button>
      <NumberInput field={{ ...seedField, label }} value={seed} onCommit={(value) => lab.configure({ seed: value })} />
    </div>
  );
}

function Start({ start: [w1, w2] }: { readonly start: Weights }) {
  const lab = useLab();
  const { page } = useText();
  const inputs: readonly [NumberField, number, (value: number) => Weights][] = [
    [weightField('start1', page.startW1), w1, (value) => [value, w2]],
    [weightField('start2', page.startW2), w2, (value) => [w1, value]],
  ];
  return (
    <div className={fieldCss.field}>
      <span className={fieldCss.fieldLabel}>{page.start}</span>
      <span className={css.pair}>
        {inputs.map(([field, value, moved]) => (
          <NumberInput
            key={field.name}
            field={field}
            value={value}
            step={0.1}
            onCommit={(typed) => lab.setStart(moved(typed))}
          />
        ))}
      </span>
    </div>
  );
}
