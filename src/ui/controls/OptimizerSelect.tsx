// Which rule turns the gradient into the update, the rules grouped by what they do with gradients.

import { type Optimizer, optimizerFamilies } from '../../training/optimizer.ts';
import { type OptimizerId, optimizers } from '../../training/optimizers/index.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { useRegistryText, useText } from '../text/TextContext.tsx';
import css from './controls.module.css';

const all = Object.entries(optimizers) as [OptimizerId, Optimizer][];

export function OptimizerSelect() {
  const lab = useLab();
  const { page } = useText();
  const registryText = useRegistryText();
  const optimizer = useLabState((state) => state.config.optimizer);
  return (
    <label className={css.select}>
      <span>{page.optimizer}</span>
      <select
        value={optimizer}
        onChange={(event) => lab.configure({ optimizer: event.currentTarget.value as OptimizerId })}
      >
        {optimizerFamilies.map((name) => (
          <optgroup key={name} label={page.optimizerFamilies[name]}>
            {all
              .filter(([, { family }]) => family === name)
              .map(([key, { title }]) => (
                <option key={key} value={key}>
                  {registryText(title)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
