// The answer that was given, as a code to copy.

import { encodeAnswers, givenAnswer } from '../../lab/answerCode.ts';
import { CopyText } from '../dialogs/CopyText.tsx';
import { useSheetText } from './sheetText.ts';
import { useLesson } from './useOpenLesson.ts';

export function GivenCode() {
  const { lesson, open } = useLesson();
  const text = useSheetText();
  const given = givenAnswer(open, lesson);
  return given !== null && <CopyText label={text.code} text={encodeAnswers([given])} rows={2} />;
}
