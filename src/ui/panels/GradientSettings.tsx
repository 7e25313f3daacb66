// What becomes of gradients before the optimizer is given them; a change acts from the next step.

import { accumulateField, clipNormField, forgetZeroGradField } from '../../lab/fields.ts';
import { batchesOf } from '../../training/batches.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import fieldCss from '../controls/controls.module.css';
import { FieldControl } from '../controls/FieldControl.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useText } from '../text/TextContext.tsx';
import css from './Settings.module.css';
import { useSettingsText } from './settingsWords.ts';

export function GradientSettings() {
  const lab = useLab();
  const { page } = useText();
  const words = useSettingsText();
  const { clipNorm, accumulate = 1, forgetZeroGrad = false, batchSize } = useLabState((state) => state.hyperparameters);
  const most = useLabState(({ config }) => batchesOf(trainingCount(config), batchSize, config.dropLast));
  return (
    <fieldset className={css.group}>
      <legend>
        {words.gradients} <small>{page.fromNextStep}</small>
      </legend>
      <FieldControl
        field={{ ...accumulateField, label: words.accumulate, max: Math.max(most, 1) }}
        value={accumulate}
        onCommit={(value) => lab.setHyperparameters({ accumulate: value as number })}
      />
      <p className={fieldCss.fieldNote}>{words.accumulateHelp}</p>
      <FieldControl
        field={{ ...clipNormField, label: words.clipNorm }}
        value={clipNorm ?? 0}
        onCommit={(value) => lab.setHyperparameters({ clipNorm: value === 0 ? null : (value as number) })}
      />
      <p className={fieldCss.fieldNote}>{words.clipNormHelp}</p>
      <FieldControl
        field={{ ...forgetZeroGradField, label: words.forgetZeroGrad }}
        value={forgetZeroGrad}
        onCommit={(value) => lab.setHyperparameters({ forgetZeroGrad: value as boolean })}
      />
      <p className={fieldCss.fieldNote}>{words.forgetZeroGradHelp}</p>
    </fieldset>
  );
}
