// How the network is built, how it begins, and what it is scored by; every change here begins the run anew.

import { networkIn } from '../../lab/network.ts';
import type { Field, FieldValue, ListField } from '../../training/field.ts';
import { withDefaults } from '../../training/field.ts';
import type { NetworkLossId } from '../../training/network/losses/index.ts';
import { takesNumber } from '../../training/network/takesNumber.ts';
import type { NetworkProblem } from '../../training/problem.ts';
import fieldCss from '../controls/controls.module.css';
import { FieldControl } from '../controls/FieldControl.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import { LayersControl } from './LayersControl.tsx';
import css from './Settings.module.css';
import { useSettingsText } from './settingsWords.ts';

/** The settings of a problem that say what points there are; all others say what the network is. */
export const isOfData = ({ name }: Field): boolean => name === 'noiseMoves' || name === 'testShare';

export function NetworkSettings({ problem }: { readonly problem: NetworkProblem }) {
  const lab = useLab();
  const { page } = useText();
  const words = useSettingsText();
  const config = useLabState((state) => state.config);
  const values = withDefaults(problem.fields, config.settings);
  const { initial, loss } = values;
  const commit = (name: string, value: FieldValue): void =>
    lab.configure({ settings: { ...config.settings, [name]: value } });
  return (
    <fieldset className={css.group}>
      <legend>
        {words.network} <small>{page.startsAnew}</small>
      </legend>
      {problem.fields
        .filter((field) => !isOfData(field) && takesNumber(initial, field.name))
        .map((field) =>
          field.name === 'layers' ? (
            <LayersControl
              key={field.name}
              field={field as ListField}
              units={values.layers as readonly number[]}
              onCommit={(layers) => commit(field.name, layers)}
            />
          ) : (
            <FieldControl
              key={field.name}
              field={field}
              value={values[field.name]}
              onCommit={(value) => commit(field.name, value)}
            />
          ),
        )}
      <p className={fieldCss.fieldNote}>{words.targets[loss as NetworkLossId](problem.data.classes)}</p>
      <WeightsInAll />
    </fieldset>
  );
}

function WeightsInAll() {
  const words = useSettingsText();
  const format = useFormats();
  const count = useLabState(({ config }) => networkIn(config)?.layout.dimension ?? 0);
  return <p className={fieldCss.fieldNote}>{words.weightsInAll(format.count(count))}</p>;
}
