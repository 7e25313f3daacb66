// Which rule turns the gradient into the update: the six usual ones first, the rest below.

import { type OptimizerId, optimizers } from '../../training/optimizers/index.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { useRegistryText, useText } from '../text/TextContext.tsx';
import css from './controls.module.css';

const keys = Object.keys(optimizers) as OptimizerId[];
const usualCount = 6;

export function OptimizerSelect() {
  const lab = useLab();
  const { page } = useText();
  const registryText = useRegistryText();
  const optimizer = useLabState((state) => state.config.optimizer);
  const option = (key: OptimizerId) => (
    <option key={key} value={key}>
      {registryText(optimizers[key].title)}
    </option>
  );
  return (
    <label className={css.select}>
      <span>{page.optimizer}</span>
      <select
        value={optimizer}
        onChange={(event) => lab.configure({ optimizer: event.currentTarget.value as OptimizerId })}
      >
        {keys.slice(0, usualCount).map(option)}
        <optgroup label={page.moreOptimizers}>{keys.slice(usualCount).map(option)}</optgroup>
      </select>
    </label>
  );
}
