// What can be taken along from a lesson: a code that the page of answers reads, and sheets of paper.

import { expect, type Page, test } from '@playwright/test';
import { decodeAnswers } from '../src/lab/answerCode.ts';
import { LabPage } from './page.ts';

let lab: LabPage;

test.beforeEach(async ({ page }) => {
  lab = new LabPage(page);
  // The sheet is there only while it is printed.
  await page.addInitScript(() => {
    const noted = window as unknown as { sheets: string[] };
    noted.sheets = [];
    window.print = () => {
      noted.sheets.push(document.querySelector('body > [data-lesson-sheet]')?.innerHTML ?? '');
      dispatchEvent(new Event('afterprint'));
    };
  });
});

test.afterEach(() => {
  expect(lab.errors).toEqual([]);
});

const sheets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { sheets: string[] }).sheets);

test('the code of an answer is read by the page of answers', async ({ page }) => {
  await page.goto('/#lesson=the-next-point&guess=0.5,0.25');
  await expect(lab.readout).toHaveAttribute('data-lesson-phase', 'revealed');
  await expect(page.getByLabel('Code of your answer')).toHaveCount(0);
  for (const [group, next] of [
    ['What happened?', 'Why?'],
    ['Why?', 'To take away'],
  ]) {
    const choices = page.getByRole('group', { name: group }).getByRole('button');
    const after = page.getByText(next, { exact: true });
    await expect(choices.first()).toBeVisible();
    for (let choice = 0; !(await after.isVisible()); choice++) await choices.nth(choice).click();
  }
  const code = await page.getByLabel('Code of your answer', { exact: true }).inputValue();
  expect(decodeAnswers(code)).toMatchObject({ answers: [{ lesson: 'the-next-point', guess: '0.5,0.25' }] });
  await expect(page.getByRole('button', { name: 'Copy: Code of your answer' })).toBeVisible();
  await page.goto('/answers.html');
  await page.getByLabel('Codes', { exact: true }).fill(code);
  await expect(page.getByText('Answers: 1')).toBeVisible();
});

for (const key of ['the-next-point', 'by-hand', 'the-cliff', 'too-small-a-rate', 'where-do-batches-disagree'])
  test(`${key} has a sheet for its question with its link, and one for its answer`, async ({ page }) => {
    await page.goto(`/#lesson=${key}`);
    await expect(lab.readout).toHaveAttribute('data-lesson-phase', 'asked');
    await lab.press('Print the question');
    await expect.poll(() => sheets(page)).toHaveLength(1);
    const [question] = await sheets(page);
    expect(question).toContain(`lesson=${key}`);
    expect(question).toContain('<svg');
    expect(question).not.toContain('To take away');
    await expect(page.getByRole('button', { name: 'Print the answer' })).toHaveCount(0);
    await expect(page.locator('[data-lesson-sheet]')).toHaveCount(0);
    await lab.press('I don’t know');
    await expect(lab.readout).toHaveAttribute('data-lesson-phase', 'revealed');
    await lab.press('Print the answer');
    await expect.poll(() => sheets(page)).toHaveLength(2);
    expect((await sheets(page))[1]).toContain('To take away');
  });
