// The answers to one lesson: pictures of all of them together, counts, and every one in a table.

import { use } from 'react';
import type { AnswersTo, ReadAnswer } from '../../lab/answerColumn.ts';
import { countFirst } from '../../lab/answerColumn.ts';
import type { Ellipse, Lesson } from '../../lab/lessons/lesson.ts';
import { useLessonWords } from '../lesson/lessonFiles.ts';
import { LanguageContext, useFormats } from '../text/TextContext.tsx';
import css from './answers.module.css';
import { Bars } from './Bars.tsx';
import { GivenAnswers } from './GivenAnswers.tsx';
import { useAnswersText } from './useAnswersText.ts';

/** Where the lab stands: in this very page, or beside it. */
const labAddress = import.meta.env.MODE === 'answers' ? 'index.html' : '';

export function LessonAnswers({ lesson, answers }: AnswersTo) {
  const words = useLessonWords(lesson.key);
  const text = useAnswersText();
  const { count } = useFormats();
  const same = answers.filter(({ isSame }) => isSame);
  return (
    <section className={css.lesson} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.question}</p>
      <p className={css.note}>
        {text.answered(count(answers.length))} · <a href={`${labAddress}#lesson=${lesson.key}`}>{text.open}</a>
      </p>
      {same.length < answers.length && <p className={css.note}>{text.others(count(answers.length - same.length))}</p>}
      <GivenAnswers lesson={lesson} words={words} answers={same} />
      <Features lesson={lesson} answers={same} />
      <Choices lesson={lesson} answers={same} />
      <Table lesson={lesson} answers={answers} />
    </section>
  );
}

function Features({ lesson, answers }: AnswersTo) {
  const words = useLessonWords(lesson.key);
  const text = useAnswersText();
  const revealed = answers.filter(({ given }) => Object.keys(given.features).length > 0);
  if (revealed.length === 0) return null;
  const rows = Object.entries(words.features).map(([name, said]) => ({
    name: said.right,
    count: revealed.filter(({ given }) => given.features[name] === true).length,
  }));
  return <Bars title={text.right} rows={rows} of={revealed.length} />;
}

function Choices({ lesson, answers }: AnswersTo) {
  const words = useLessonWords(lesson.key);
  const text = useAnswersText();
  const counted = (names: readonly string[], lists: readonly (readonly string[])[], say: (name: string) => string) => ({
    rows: countFirst(names, lists).map(({ name, count }) => ({ name: say(name), count })),
    of: lists.filter((list) => list.length > 0).length,
  });
  const seen = counted(
    Object.keys(words.observations),
    answers.map(({ given }) => given.observations),
    (name) => words.observations[name],
  );
  const reasons = counted(
    Object.keys(lesson.reasons),
    answers.map(({ given }) => given.reasons),
    (name) => words.reasons[name]?.choice ?? name,
  );
  return (
    <>
      {seen.of > 0 && <Bars title={text.firstSeen} {...seen} />}
      {reasons.of > 0 && <Bars title={text.firstReason} {...reasons} />}
    </>
  );
}

function Table({ lesson, answers }: AnswersTo) {
  const words = useLessonWords(lesson.key);
  const text = useAnswersText();
  const { count } = useFormats();
  const write = useWrittenAnswer(lesson);
  const { code } = use(LanguageContext);
  const times = new Intl.DateTimeFormat(code, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <details className={css.each} open={answers.length <= 40}>
      <summary>{text.each}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <section className={css.scroll} tabIndex={0} aria-label={`${text.each}: ${words.title}`}>
        <table>
          <thead>
            <tr>
              {[text.line, text.name, text.answer, text.right, text.seconds, text.time].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answers.map(({ line, label, given, ...answer }, place) => {
              const features = Object.values(given.features);
              return (
                <tr key={place}>
                  <td>{count(line)}</td>
                  <td>{label}</td>
                  <td>{write(answer)}</td>
                  <td>
                    {features.length > 0 &&
                      text.ofFeatures({ right: count(features.filter(Boolean).length), of: count(features.length) })}
                  </td>
                  <td>{given.secondsTaken !== null && count(given.secondsTaken)}</td>
                  <td>{given.answeredAt !== null && times.format(given.answeredAt * 1000)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** An answer in few words. */
function useWrittenAnswer(lesson: Lesson): (answer: Pick<ReadAnswer, 'prediction' | 'kind'>) => string {
  const words = useLessonWords(lesson.key);
  const text = useAnswersText();
  const { number, exact } = useFormats();
  return ({ prediction, kind }) => {
    if (kind === 'dropped') return text.dropped;
    if (prediction === null) return text.unknown;
    if (typeof prediction === 'string') return words.options?.[prediction] ?? prediction;
    if (typeof prediction === 'number') return exact(prediction);
    switch (lesson.form.kind) {
      case 'sketch':
        return text.curveEnds(number((prediction as readonly number[]).at(-1) ?? Number.NaN));
      case 'spread':
        return (prediction as Ellipse).radii.map(number).join(' × ');
      default:
        return Object.values(prediction).map(number).join('; ');
    }
  };
}
