// Who is first of the runs side by side, by which clock, and what makes the difference in a set of one click.

import { canTryRates, triedSteps } from '../../lab/compare/bestRate.ts';
import type { RunView } from '../../lab/compare/raceState.ts';
import type { SetId } from '../../lab/compare/setIds.ts';
import { trainedLoss } from '../../lab/compare/trainedLoss.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { tellApart } from '../panels/digits.ts';
import { useFormats, useRegistryText } from '../text/TextContext.tsx';
import css from './compare.module.css';
import { useRaceState } from './useRace.ts';
import { type CompareText, useCompareText } from './words.ts';

interface FirstProps {
  readonly runs: readonly RunView[];
  /** Of all data, at the weights of each run now; null while they are not known. */
  readonly losses: ArrayLike<number> | null;
}

export function First({ runs, losses }: FirstProps) {
  const words = useCompareText();
  const registryText = useRegistryText();
  const format = useFormats();
  const set = useRaceState((state) => state.set);
  const clock = useRaceState((state) => state.clock);
  const ranked = runs
    .map((run, place) => ({ run, loss: losses?.[place] ?? Number.NaN }))
    .filter(({ run, loss }) => Number.isFinite(loss) && run.end !== 'diverged')
    .sort((a, b) => a.loss - b.loss);
  const [best, second] = ranked;
  const isUnderWay = runs.some(({ cursor }) => cursor > 0);
  return (
    <p className={css.note} data-testid="first">
      {second !== undefined && isUnderWay && `${firstWords()} `}
      {set !== null && whyWords(set, runs, words, format.count(triedSteps))}
    </p>
  );

  function firstWords(): string {
    const [loss, next] = tellApart(format, best.loss, second.loss);
    if (loss === next) return words.noneFirst(loss);
    const { letter, optimizer, config } = best.run;
    const trained = runs.map((run) => trainedLoss(run.config));
    const isOfLosses = trained.some((loss) => loss !== trained[0]);
    const name = (isOfLosses && trainedLoss(config)) || optimizers[optimizer].title;
    return words.first({
      letter,
      name: registryText(name),
      clock: words.clocks[clock],
      loss,
      next,
    });
  }
}

function whyWords(set: SetId, runs: readonly RunView[], { why }: CompareText, steps: string): string {
  switch (set) {
    case 'losses':
      return `${why.best(steps)} ${why.losses}`;
    case 'batchSizes':
    case 'rates':
    case 'decay':
      return why[set];
    case 'optimizers':
    case 'valley':
    case 'adaptive': {
      const rates = runs.every((run) => canTryRates(run.config, run)) ? why.best(steps) : why.usual;
      return `${rates} ${set === 'adaptive' ? why.adaptive : why.optimizers}`;
    }
  }
}
