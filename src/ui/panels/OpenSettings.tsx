// The settings themselves, loaded when they are first opened: the data, the batches, the optimizer, the schedule.

import { optimizers } from '../../training/optimizers/index.ts';
import { problemOf } from '../../training/run/configuration.ts';
import { OptimizerFields } from '../controls/OptimizerFields.tsx';
import { Lockable } from '../host/Control.tsx';
import { useLabState } from '../LabContext.tsx';
import { useRegistryText, useText } from '../text/TextContext.tsx';
import { BatchSettings } from './BatchSettings.tsx';
import { DataSettings } from './DataSettings.tsx';
import { GradientSettings } from './GradientSettings.tsx';
import { NetworkSettings } from './NetworkSettings.tsx';
import { ScheduleSettings } from './ScheduleSettings.tsx';
import css from './Settings.module.css';

export function OpenSettings({ id }: { readonly id: string }) {
  const { page } = useText();
  const config = useLabState((state) => state.config);
  const problem = problemOf(config);
  return (
    <>
      <header className={css.head}>
        <h2>{page.settings}</h2>
        <button type="button" popoverTarget={id} popoverTargetAction="hide">
          {page.close}
        </button>
      </header>
      <Lockable name="settings">
        <div className={css.groups}>
          {problem.network !== undefined && <NetworkSettings problem={problem} />}
          <DataSettings />
          <BatchSettings />
          <GradientSettings />
          <OptimizerSettings />
          <ScheduleSettings />
        </div>
      </Lockable>
    </>
  );
}

function OptimizerSettings() {
  const { page } = useText();
  const registryText = useRegistryText();
  const optimizer = optimizers[useLabState((state) => state.config.optimizer)];
  return (
    <fieldset className={css.group}>
      <legend>
        {registryText(optimizer.title)} <small>{page.fromNextStep}</small>
      </legend>
      <OptimizerFields fields={optimizer.fields} />
    </fieldset>
  );
}
