// The page that reads answers: a pasted column becomes pictures, counts, and a table, and what cannot be read is named.

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { configurationOf, encodeAnswers, type GivenAnswer } from '../src/lab/answerCode.ts';
import { formatGuess } from '../src/lab/lessonGuess.ts';
import type { Prediction } from '../src/lab/lessonState.ts';
import { lessons } from '../src/lab/lessons/index.ts';
import { type Form, type Lesson, sketchColumns } from '../src/lab/lessons/lesson.ts';

const errors: string[] = [];
const requests: string[] = [];

test.beforeEach(({ page }) => {
  errors.length = 0;
  requests.length = 0;
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
});

test.afterEach(() => {
  expect(errors).toEqual([]);
});

/** Some answer to a question, another for each learner. */
function someAnswer(form: Form, learner: number): Prediction {
  switch (form.kind) {
    case 'choose':
      return form.options[learner % form.options.length];
    case 'place':
      return [Math.cos(learner), Math.sin(learner)];
    case 'set':
      return form.isWhole === true ? form.max : form.max / (1 + (learner % 3));
    case 'sketch':
      return Array.from({ length: sketchColumns }, (_, column) => form.high / (1 + (column * (1 + learner)) / 20));
    case 'spread':
      return { center: [0, 0], radii: [1 + (learner % 4), 1], angle: learner % 3 };
    case 'fill':
      return Object.fromEntries(
        form.asked.flatMap(({ row, count }) => Array.from({ length: count }, (_, i) => [`${row}${i}`, learner % 3])),
      );
  }
}

function answerTo(lesson: Lesson, learner: number): GivenAnswer {
  const [reason] = Object.keys(lesson.reasons);
  return {
    ...{ lesson: lesson.key, configuration: configurationOf(lesson) },
    guess: formatGuess(lesson.form, learner % 7 === 6 ? null : someAnswer(lesson.form, learner), null),
    ...{
      features: {},
      observations: [],
      reasons: [reason],
      answeredAt: 1_790_000_000 + learner,
      secondsTaken: learner,
    },
  };
}

const loaded = (): Promise<readonly Lesson[]> => Promise.all(lessons.map(({ load }) => load()));

const codesOf = async (learners: number): Promise<string[]> => {
  const all = await loaded();
  return Array.from({ length: learners }, (_, learner) =>
    encodeAnswers(all.map((lesson) => answerTo(lesson, learner))),
  );
};

const paste = (page: Page, column: readonly string[], label = 'Codes'): Promise<void> =>
  page.getByLabel(label, { exact: true }).fill(column.join('\n'));

const axe = async (page: Page): Promise<readonly string[]> => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target}\n${failureSummary}`),
  );
};

test('of 300 codes it names the 5 that are broken and shows the rest', async ({ page }) => {
  const all = await loaded();
  const point = all[0];
  const column = Array.from({ length: 300 }, (_, learner) => encodeAnswers([answerTo(point, learner % 6)]));
  column[10] = column[10].slice(0, column[10].length / 2);
  column[20] = column[20].replace('MBL1-', 'MBL2-');
  column[30] = 'I have lost my code';
  column[40] = encodeAnswers([{ ...answerTo(point, 1), lesson: 'the-flying-carpet' }]);
  column[50] = encodeAnswers([{ ...answerTo(point, 1), guess: 'left' }]);
  await page.goto('/answers.html');
  await paste(page, column);
  await expect(page.getByRole('region', { name: 'Not read' }).getByRole('listitem')).toHaveText([
    /^Line 11: this code is not whole/,
    /^Line 21: this code was made by a newer version/,
    /^Line 31: this is no code of the lab/,
    /^Line 41: its lesson “the-flying-carpet” is not known/,
    /^Line 51: its answer means nothing/,
  ]);
  await expect(page.getByText('Answers: 295')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Points of 295 learners in weight space' })).toBeVisible();
  await page.getByText('Every answer', { exact: true }).click();
  await expect(page.getByRole('table').last().getByRole('row')).toHaveCount(296);
  expect(requests).toHaveLength(1);
});

for (const [theme, width, height] of [
  ['light', 1280, 720],
  ['dark', 1280, 720],
  ['dark', 360, 740],
] as const)
  test(`every lesson has its picture, and axe finds nothing in ${theme}, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`/answers.html?theme=${theme}`);
    await paste(page, await codesOf(8));
    await expect(page.getByText('Answers: 8')).toHaveCount(lessons.length);
    expect(await axe(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

test('it speaks German, and its file has German separators and the names beside the codes', async ({ page }) => {
  const all = await loaded();
  await page.goto('/answers.html?lang=de');
  await paste(page, [`=Anna\t${encodeAnswers([answerTo(all[0], 1)])}`]);
  await expect(page.getByRole('heading', { name: 'Antworten' })).toBeVisible();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Als CSV speichern' }).click();
  const text = readFileSync(await (await coming).path(), 'utf8');
  expect(text.split('\r\n')[1]).toMatch(/^1;'=Anna;the-next-point;yes;"0,5403 0,8415";/);
});

test('all of it can be done by keyboard', async ({ page }) => {
  const all = await loaded();
  await page.goto('/answers.html');
  await page.getByLabel('Codes').focus();
  await page.keyboard.insertText(encodeAnswers([answerTo(all[0], 1)]));
  await expect(page.getByRole('button', { name: 'Save as CSV' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Save as CSV' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0);
});

test('the one file reads answers by its hash, and is the lab again without it', async ({ page }) => {
  const all = await loaded();
  await page.goto('/minibatch-lab.html#answers');
  await paste(page, [encodeAnswers([answerTo(all[0], 1)])]);
  await expect(page.getByText('Answers: 1')).toBeVisible();
  await page.getByRole('link', { name: 'Open the lesson' }).click();
  await expect(page.getByTestId('readout')).toHaveAttribute('data-lesson', 'the-next-point');
});
