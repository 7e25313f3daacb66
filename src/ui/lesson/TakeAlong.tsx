// What can be taken along from a lesson: the answer as a code, the question on paper, and the answer on another sheet.

import { useState } from 'react';
import { lazyPart, Part } from '../parts/Part.tsx';
import type { SheetKind } from './LessonSheet.tsx';
import css from './lesson.module.css';
import { useSheetText } from './sheetText.ts';
import { useLesson } from './useOpenLesson.ts';

const GivenCode = lazyPart(() => import('./GivenCode.tsx'), 'GivenCode');
const LessonSheet = lazyPart(() => import('./LessonSheet.tsx'), 'LessonSheet');

export function TakeAlong() {
  const { open } = useLesson();
  const text = useSheetText();
  const [sheet, setSheet] = useState<SheetKind | null>(null);
  const isShown = open.phase === 'revealed' || open.phase === 'done';
  return (
    <div className={css.along}>
      {open.phase === 'done' && (
        <Part before={null}>
          <GivenCode />
        </Part>
      )}
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
