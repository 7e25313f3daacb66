// What can be taken along from a lesson: the answer as a code, the question on paper, and the answer on another sheet.

import { useState } from 'react';
import { encodeAnswers, givenAnswer } from '../../lab/answerCode.ts';
import { CopyText } from '../dialogs/CopyText.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';
import type { SheetKind } from './LessonSheet.tsx';
import css from './lesson.module.css';
import { useSheetText } from './sheetText.ts';
import { useLesson } from './useOpenLesson.ts';

const LessonSheet = lazyPart(() => import('./LessonSheet.tsx'), 'LessonSheet');

export function TakeAlong() {
  const { lesson, open } = useLesson();
  const text = useSheetText();
  const [sheet, setSheet] = useState<SheetKind | null>(null);
  const given = open.phase === 'done' ? givenAnswer(open, lesson) : null;
  const isShown = open.phase === 'revealed' || open.phase === 'done';
  return (
    <div className={css.along}>
      {given !== null && <CopyText label={text.code} text={encodeAnswers([given])} rows={2} />}
      <div className={css.give}>
        <button type="button" onClick={() => setSheet('question')}>
          {text.printQuestion}
        </button>
        {isShown && (
          <button type="button" onClick={() => setSheet('answer')}>
            {text.printAnswer}
          </button>
        )}
      </div>
      {sheet !== null && (
        <Part before={null}>
          <LessonSheet kind={sheet} onPrinted={() => setSheet(null)} />
        </Part>
      )}
    </div>
  );
}
