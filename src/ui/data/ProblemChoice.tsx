// With which problem data are learned, of those that can.

import { type ProblemId, problems } from '../../training/problems/index.ts';
import { useRegistryText } from '../text/TextContext.tsx';
import { useDataText } from './words.ts';

interface ProblemChoiceProps {
  readonly of: readonly ProblemId[];
  readonly value: ProblemId;
  onChoose(problem: ProblemId): void;
}

export function ProblemChoice({ of, value, onChoose }: ProblemChoiceProps) {
  const words = useDataText();
  const registryText = useRegistryText();
  return (
    <label>
      <span>{words.learn}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value as ProblemId)}>
        {of.map((each) => (
          <option key={each} value={each}>
            {registryText(problems[each].title)}
          </option>
        ))}
      </select>
    </label>
  );
}
