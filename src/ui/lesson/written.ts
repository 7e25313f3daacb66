// Answers and outcomes in words.

import type { Prediction } from '../../lab/lessonState.ts';
import type { Ellipse, Form } from '../../lab/lessons/lesson.ts';
import type { Formats } from '../text/format.ts';
import { useFormats } from '../text/TextContext.tsx';
import type { LessonText } from './lessonText.ts';
import { useLesson } from './useOpenLesson.ts';
import { useLessonsText } from './words.ts';

/** Numbers as a person writes them in a table: whole ones whole, long ones short. */
export const plainNumber = (value: number, { exact, number }: Formats): string =>
  Number.isFinite(value) && String(value).length <= 7 ? exact(value) : number(value);

/** A number with its unit, or after its name. */
const ofQuantity = (number: string, { quantity = '', isNamed }: LessonText): string =>
  isNamed ? `${quantity} = ${number}` : `${number} ${quantity}`.trim();

/** Writes a pair, or more numbers. */
export function useWrittenList(): (values: readonly number[]) => string {
  const format = useFormats();
  const text = useLessonsText();
  return (values) => {
    const written = values.map((value) => plainNumber(value, format));
    return written.length === 2 ? text.pair({ x: written[0], y: written[1] }) : written.join(text.listSign);
  };
}

/** Says an answer, or an outcome; null is that nobody knew. `cells` says how many of a table are right. */
export function useWritten(): (said: Prediction | null, cells: string) => string {
  const { lesson, words } = useLesson();
  const text = useLessonsText();
  const format = useFormats();
  const list = useWrittenList();
  const form: Form = lesson.form;
  return (said, cells) => {
    if (said === null) return text.noAnswer;
    switch (form.kind) {
      case 'choose':
        return words.options?.[said as string] ?? '';
      case 'place':
        return list(said as readonly number[]);
      case 'set':
        return ofQuantity(plainNumber(said as number, format), words);
      case 'sketch': {
        const end = (said as readonly number[]).at(-1) ?? Number.NaN;
        return text.curveEnds(Number.isFinite(end) ? format.number(end) : text.beyond);
      }
      case 'spread': {
        const { radii, angle } = said as Ellipse;
        const degrees = format.count((angle * 180) / Math.PI);
        return text.ellipseNow({ first: format.number(radii[0]), second: format.number(radii[1]), degrees });
      }
      case 'fill':
        return cells;
    }
  };
}
