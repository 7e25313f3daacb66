// What a lesson adds to weight space: the ring or the ellipse that is put there as an answer, and with the truth the gap
// between them.

import { lazyPart, Part } from '../parts/Part.tsx';
import { LessonContext, useLessonOf, useOpenKey } from './useOpenLesson.ts';

const PlaceMarks = lazyPart(() => import('./PlaceMarks.tsx'), 'PlaceMarks');
const SpreadMarks = lazyPart(() => import('./SpreadMarks.tsx'), 'SpreadMarks');

export function LessonMarks() {
  const key = useOpenKey();
  return key === null ? null : <Marks key={key} lessonKey={key} />;
}

function Marks({ lessonKey }: { readonly lessonKey: string }) {
  const inUse = useLessonOf(lessonKey);
  if (inUse === null) return null;
  const { kind } = inUse.lesson.form;
  if (kind !== 'place' && kind !== 'spread') return null;
  return (
    <LessonContext value={inUse}>
      <Part around={null}>{kind === 'place' ? <PlaceMarks /> : <SpreadMarks />}</Part>
    </LessonContext>
  );
}
