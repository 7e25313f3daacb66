// The examples of a run and where it starts; every change here begins the run anew.

import { weightField } from '../../lab/fields.ts';
import { networkIn } from '../../lab/network.ts';
import type { Field, NumberField } from '../../training/field.ts';
import { withDefaults } from '../../training/field.ts';
import { largestTestShare } from '../../training/network/holdOut.ts';
import { nameOfWeight } from '../../training/network/layout.ts';
import { commonFields } from '../../training/problem.ts';
import { problemOf } from '../../training/run/configuration.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { firstTwo } from '../../training/run/startPlane.ts';
import type { Weights } from '../../training/vector.ts';
import fieldCss from '../controls/controls.module.css';
import { FieldControl } from '../controls/FieldControl.tsx';
import { NumberInput } from '../controls/NumberInput.tsx';
import { Control } from '../host/Control.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useRegistryText, useText } from '../text/TextContext.tsx';
import { isOfData } from './NetworkSettings.tsx';
import css from './Settings.module.css';
import { useSettingsText } from './settingsWords.ts';

/** What of a problem's settings means something where its examples are the reader's own. */
const isOfOwnData = ({ name }: Field): boolean => name === 'loss' || name === 'testShare';

const [examplesField, noiseField, seedField] = commonFields;

export function DataSettings() {
  const lab = useLab();
  const { page } = useText();
  const config = useLabState((state) => state.config);
  const problem = problemOf(config);
  const hasOwn = config.data !== undefined;
  const fields = problem.network === undefined ? problem.fields : problem.fields.filter(isOfData);
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
      {!hasOwn && (
        <>
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
        </>
      )}
      {fields
        .filter((field) => !hasOwn || isOfOwnData(field))
        .map((field) =>
          field.name === 'testShare' ? (
            <HeldOut key={field.name} hasClasses={problem.network !== undefined && problem.data.classes > 0} />
          ) : (
            <FieldControl
              key={field.name}
              field={field}
              value={config.settings[field.name] ?? field.default}
              onCommit={(value) => lab.configure({ settings: { ...config.settings, [field.name]: value } })}
            />
          ),
        )}
      <Control name="seed">
        <Seed seed={config.seed} />
      </Control>
      <Control name="start">
        {problem.network === undefined ? <Start start={config.start} /> : <Offset config={config} />}
      </Control>
    </fieldset>
  );
}

/** The share that is held out, in percent. */
function HeldOut({ hasClasses }: { readonly hasClasses: boolean }) {
  const lab = useLab();
  const words = useSettingsText();
  const settings = useLabState((state) => state.config.settings);
  const share = settings.testShare as number | undefined;
  return (
    <FieldControl
      field={{
        ...{ kind: 'number', name: 'testShare', label: words.heldOut({ hasClasses }), default: 0 },
        ...{ min: 0, max: 100 * largestTestShare, integer: true },
      }}
      value={Math.round(100 * (share ?? 0))}
      onCommit={(percent) => lab.configure({ settings: { ...settings, testShare: (percent as number) / 100 } })}
    />
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

function Start({ start }: { readonly start: Weights }) {
  const { page } = useText();
  return <StartFields label={page.start} names={[page.startW1, page.startW2]} start={start} />;
}

/** How far a network starts from the weights that are drawn, along its start plane. */
function Offset({ config }: { readonly config: RunConfig }) {
  const words = useSettingsText();
  const layout = networkIn(config)?.layout;
  const { startPlane = firstTwo, start } = config;
  const names: readonly [string, string] =
    'weights' in startPlane && layout !== undefined
      ? [
          words.offsetOf(nameOfWeight(layout, startPlane.weights[0])),
          words.offsetOf(nameOfWeight(layout, startPlane.weights[1])),
        ]
      : [words.offsetAlong.first, words.offsetAlong.second];
  return <StartFields label={words.startOffset} names={names} start={start} />;
}

interface StartFieldsProps {
  readonly label: string;
  readonly names: readonly [string, string];
  readonly start: Weights;
}

function StartFields({ label, names, start: [first, second] }: StartFieldsProps) {
  const lab = useLab();
  const inputs: readonly [NumberField, number, (value: number) => Weights][] = [
    [weightField('start1', names[0]), first, (value) => [value, second]],
    [weightField('start2', names[1]), second, (value) => [first, value]],
  ];
  return (
    <div className={fieldCss.field}>
      <span className={fieldCss.fieldLabel}>{label}</span>
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
