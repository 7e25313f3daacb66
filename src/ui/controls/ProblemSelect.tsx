// Which problem is trained, the problems grouped by what their loss looks like, with the one sentence that says what it teaches.

import { keepingData } from '../../lab/keptData.ts';
import { families, type Problem } from '../../training/problem.ts';
import { type ProblemId, problems } from '../../training/problems/index.ts';
import { isOwnRun } from '../../training/run/ownRuns.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';
import { useRegistryText, useText } from '../text/TextContext.tsx';
import css from './controls.module.css';

const LiveSentence = lazyPart(() => import('../sentence/LiveSentence.tsx'), 'LiveSentence');

export function ProblemSelect() {
  const lab = useLab();
  const { page } = useText();
  const registryText = useRegistryText();
  const problem = useLabState((state) => state.config.problem);
  const isOwn = useLabState((state) => state.config.data !== undefined);
  const keys = Object.keys(problems) as ProblemId[];
  const titleOf = (key: ProblemId): string => {
    const title = registryText(problems[key].title);
    return isOwn && key === problem ? page.ofOwnData(title) : title;
  };
  return (
    <label className={css.select}>
      <span>{page.problem}</span>
      <select
        value={problem}
        onChange={(event) => lab.configure(keepingData(lab.store.getState(), event.currentTarget.value as ProblemId))}
      >
        {families.map((family) => (
          <optgroup key={family} label={page.families[family]}>
            {keys
              .filter((key) => problems[key].family === family)
              .map((key) => (
                <option key={key} value={key}>
                  {titleOf(key)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

export function Lesson({ className }: { readonly className?: string | undefined }) {
  const registryText = useRegistryText();
  const config = useLabState((state) => state.config);
  const { lesson }: Problem = problems[config.problem];
  // It is about the examples that the problem draws, and what it promises may be what a lesson asks.
  const isInLesson = useLabState((state) => state.lesson !== null);
  if (isOwnRun(config) || isInLesson) return <p className={className} />;
  const text = registryText(lesson);
  return (
    <p className={className}>
      <Part before={text} around={null}>
        <LiveSentence text={text} />
      </Part>
    </p>
  );
}
