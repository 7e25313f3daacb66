// The two knobs that every run has.

import { BatchSize } from './BatchSize.tsx';
import css from './controls.module.css';
import { LearningRate } from './LearningRate.tsx';

export const Knobs = () => (
  <div className={css.sliders}>
    <LearningRate />
    <BatchSize />
  </div>
);
