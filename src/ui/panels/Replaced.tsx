// What another optimizer or problem did to the run, and the way back to the run that it replaced.

import { defaultLearningRate } from '../../lab/defaults.ts';
import { isReplaced } from '../../lab/formerRun.ts';
import type { FormerRun } from '../../lab/store.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { problems } from '../../training/problems/index.ts';
import { ownRuns } from '../../training/run/ownRuns.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats, useNotice, useRegistryText, useText } from '../text/TextContext.tsx';
import { useEndingText } from './endingWords.ts';
import css from './Notices.module.css';

export function Replaced() {
  const former = useLabState((state) => state.former);
  const config = useLabState((state) => state.config);
  // What was tried out in a sentence is taken back there.
  const isReplacedNow = former !== null && isReplaced(former.state.config, config);
  return isReplacedNow ? <Change former={former} config={config} /> : null;
}

function Change({ former, config }: { readonly former: FormerRun; readonly config: RunConfig }) {
  const lab = useLab();
  const { page } = useText();
  const { replaced } = useEndingText();
  const registryText = useRegistryText();
  const format = useFormats();
  const notice = useNotice();
  const before = former.state;
  const isOtherProblem = before.config.problem !== config.problem;
  const nameOf = ({ problem, optimizer }: RunConfig): string =>
    registryText(isOtherProblem ? problems[problem].title : optimizers[optimizer].title);
  const say = isOtherProblem ? replaced.problem : before.stepCount === 0 ? replaced.chosen : replaced.optimizer;
  const lost = whyLost(before.config, config);
  const [from, to] = [before.hyperparameters.learningRate, defaultLearningRate(config.problem, config.optimizer)];
  const name = nameOf(before.config);
  return (
    <div className={`${css.notices} ${css.change}`}>
      <p>
        {say(nameOf(config))} {lost !== null && `${replaced.dataLost(notice(lost))} `}
        {from !== to && replaced.rate({ from: format.exact(from), to: format.exact(to) })}
      </p>
      <span className={css.choices}>
        <button type="button" onClick={() => lab.takeBack()}>
          {before.stepCount === 0
            ? replaced.backTo(name)
            : replaced.backToStep({ name, step: format.count(before.cursor) })}
        </button>
        <button type="button" onClick={() => lab.forgetFormer()}>
          {page.dismiss}
        </button>
      </span>
    </div>
  );
}

/** Why the own data of the run before are not those of this one; null where they are, or there were none. */
const whyLost = ({ data }: RunConfig, { problem, data: now }: RunConfig): string | null =>
  data === undefined || now !== undefined ? null : ownRuns().misfit(problems[problem], data);
