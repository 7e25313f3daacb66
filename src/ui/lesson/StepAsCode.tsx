// The step of a table as code: three short listings with the numbers that are given or typed, and with the outcome once it
// is there.

import { type OneStep, oneStepLanguages, oneStepListing } from '../../export/scripts/oneStep.ts';
import code from '../step/CodePanel.module.css';
import { coloured } from '../step/coloured.tsx';
import css from './lesson.module.css';
import { useLessonsText } from './words.ts';

export function StepAsCode(step: OneStep) {
  const text = useLessonsText();
  return (
    <section className={css.listings} aria-label={text.asCode}>
      {oneStepLanguages.map((language) => (
        <div key={language} data-listing={language}>
          <h3>{text.listings[language]}</h3>
          <ol dir="ltr" className={code.lines}>
            {oneStepListing(language, step).map((line, place) => (
              <li key={place}>
                <code>{coloured(line)}</code>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
