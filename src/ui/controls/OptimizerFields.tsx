// Arguments of the optimizer in use, each as a labelled control; a change acts from the next step.

import { ruleProblem } from '../../lab/refusals.ts';
import type { Field, FieldValue } from '../../training/field.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { FieldControl } from './FieldControl.tsx';

interface OptimizerFieldsProps {
  readonly fields: readonly Field[];
  readonly isBrief?: boolean;
}

export function OptimizerFields({ fields, isBrief }: OptimizerFieldsProps) {
  const lab = useLab();
  const values = useLabState((state) => state.hyperparameters.optimizer);
  const check = (name: string, value: FieldValue): string | null => {
    const { config, hyperparameters } = lab.store.getState();
    return ruleProblem(config, { ...hyperparameters, optimizer: { ...values, [name]: value } });
  };
  return fields.map((field) => (
    <FieldControl
      key={field.name}
      field={field}
      isBrief={isBrief}
      value={values[field.name] ?? field.default}
      check={(value) => check(field.name, value)}
      onCommit={(value) => lab.setHyperparameters({ optimizer: { ...values, [field.name]: value } })}
    />
  ));
}
