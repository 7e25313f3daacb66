// The knobs turned most: the learning rate, the batch size, and the usual arguments of the optimizer in use.

import { isAsking } from '../../lab/lessonState.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { useLabState } from '../LabContext.tsx';
import { useHasOptimizer, useIsInSight } from '../level/useIsInSight.ts';
import { lazyPart, Part } from '../parts/Part.tsx';
import { OfRun } from '../run/ofRun.tsx';
import css from './controls.module.css';
import { FixedSizes } from './FixedSizes.tsx';

const OptimizerFields = lazyPart(() => import('./OptimizerFields.tsx'), 'OptimizerFields');

const usual: ReadonlySet<string> = new Set(['momentum', 'beta1', 'beta2', 'alpha', 'rho']);

export function StepSizes({ className }: { readonly className?: string | undefined }) {
  const optimizer = useLabState((state) => state.config.optimizer);
  const { fields }: Optimizer = optimizers[optimizer];
  const hasOptimizer = useIsInSight('optimizer', useHasOptimizer());
  // Plain SGD shows no momentum here: with one it would be the next optimizer of the list.
  const shown = optimizer === 'sgd' ? [] : fields.filter(({ name }) => usual.has(name)).slice(0, 2);
  const isAsked = useLabState((state) => isAsking(state.lesson));
  if (isAsked)
    return (
      <div className={className}>
        <FixedSizes />
      </div>
    );
  return (
    <div className={className}>
      <OfRun name="Knobs" before={<FixedSizes />} />
      {hasOptimizer && (
        <div className={css.usual}>
          {shown.length > 0 && (
            <Part>
              <OptimizerFields fields={shown} isBrief />
            </Part>
          )}
        </div>
      )}
    </div>
  );
}
