// How the examples are put into batches; a change begins the run anew.

import { samplings } from '../../training/batches.ts';
import type { Field } from '../../training/field.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { FieldControl } from '../controls/FieldControl.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useText } from '../text/TextContext.tsx';
import css from './Settings.module.css';

export function BatchSettings() {
  const lab = useLab();
  const { page } = useText();
  const sampling = useLabState((state) => state.config.sampling);
  const dropLast = useLabState((state) => state.config.dropLast);
  const samplingField: Field = {
    kind: 'choice',
    name: 'sampling',
    label: page.sampling,
    default: 'reshuffle',
    choices: samplings.map((value) => ({ value, label: page.samplings[value] })),
  };
  const dropLastField: Field = { kind: 'switch', name: 'dropLast', label: page.dropLast, default: false };
  return (
    <fieldset className={css.group}>
      <legend>
        {page.batches} <small>{page.startsAnew}</small>
      </legend>
      <FieldControl
        field={samplingField}
        value={sampling}
        onCommit={(value) => lab.configure({ sampling: value as RunConfig['sampling'] })}
      />
      <FieldControl
        field={dropLastField}
        value={dropLast}
        onCommit={(value) => lab.configure({ dropLast: value as boolean })}
      />
    </fieldset>
  );
}
