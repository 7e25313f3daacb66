// The loop of the present configuration in the language chosen, the line of the present phase marked, and beside each line
// the present values of its variables.

import { useMemo, useState } from 'react';
import { type CodeLanguage, type CodeLine, codeLanguagesOf, codeOf, codeValues, isOfPhase } from '../../export/code.ts';
import { useLabState, useReadableState } from '../LabContext.tsx';
import type { Formats } from '../text/format.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
import css from './CodePanel.module.css';
import { coloured } from './coloured.tsx';
import { useStepText } from './words.ts';

/** Longer rows of values are cut. */
const mostValues = 4;

export function CodePanel() {
  const step = useStepText();
  const [chosen, choose] = useState<CodeLanguage>('numpy');
  const config = useLabState((state) => state.config);
  const languages = codeLanguagesOf(config);
  const language = languages.includes(chosen) ? chosen : languages[0];
  const isAccumulated = useLabState(({ hyperparameters: { accumulate = 1 } }) => accumulate > 1);
  return (
    <div className={css.code}>
      <div className={css.head}>
        <div role="radiogroup" aria-label={step.library} className={css.languages}>
          {languages.map((each) => (
            <label key={each}>
              <input type="radio" name="code" checked={each === language} onChange={() => choose(each)} />
              {step.codeLanguages[each]}
            </label>
          ))}
        </div>
        <p className={css.note}>
          {step.codeNote}
          {isAccumulated && ` ${step.codeNoteOfParts}`}
        </p>
      </div>
      <Lines language={language} />
    </div>
  );
}

function Lines({ language }: { readonly language: CodeLanguage }) {
  const { page } = useText();
  const config = useLabState((state) => state.config);
  const hyperparameters = useLabState((state) => state.hyperparameters);
  const detail = useReadableState((state) => state.detail);
  const examples = useLabState((state) => state.examples);
  const phase = useLabState((state) => state.phase);
  const phaseLayer = useLabState((state) => state.phaseLayer);
  const lines = useMemo(() => codeOf(language, config, hyperparameters), [language, config, hyperparameters]);
  if (detail === null || examples === null) return <p>{page.waiting}</p>;
  const values = codeValues(config, hyperparameters, detail, examples);
  return (
    <ol dir="ltr" className={css.lines} data-testid="code" data-language={language}>
      {lines.map((line, i) => (
        <Line key={i} line={line} values={values} isPresent={phase !== null && isOfPhase(line, phase, phaseLayer)} />
      ))}
    </ol>
  );
}

interface LineProps {
  readonly line: CodeLine;
  readonly values: ReadonlyMap<string, readonly number[]>;
  readonly isPresent: boolean;
}

function Line({ line, values, isPresent }: LineProps) {
  const step = useStepText();
  const format = useFormats();
  const shown = line.values.flatMap(({ variable, key, quantity }) => {
    const numbers = values.get(key);
    return numbers === undefined ? [] : [{ variable, key, quantity, numbers }];
  });
  return (
    <li data-phase={line.phase ?? undefined} aria-current={isPresent ? 'step' : undefined}>
      <code>{coloured(line)}</code>
      <span className={css.values}>
        {shown.map(({ variable, key, quantity, numbers }) => (
          <span key={variable} data-quantity={quantity ?? undefined} data-key={key} data-value={numbers.join(',')}>
            {valueText(numbers, format, step.valueList)}
          </span>
        ))}
      </span>
    </li>
  );
}

function valueText(numbers: readonly number[], format: Formats, list: (values: readonly string[]) => string): string {
  const texts = numbers
    .slice(0, mostValues)
    .map((value) => (Number.isInteger(value) ? format.count(value).replace('-', '−') : format.number(value)));
  return numbers.length === 1 ? texts[0] : list(numbers.length > mostValues ? [...texts, '…'] : texts);
}
