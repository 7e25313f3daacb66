// Lessons: each of them from its question to its end, by keyboard alone and by touch, and nothing of an answer before it.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { cellsOf } from '../src/lab/lessonGuess.ts';
import { lessons } from '../src/lab/lessons/index.ts';
import type { Fill, Lesson } from '../src/lab/lessons/lesson.ts';
import { parseLink } from '../src/lab/url.ts';
import { networkObjective } from '../src/training/objective/networkObjective.ts';
import { giveNetworks } from '../src/training/run/networks.ts';
import { experiments } from '../src/training/studies/experiments.ts';
import { LabPage } from './page.ts';

giveNetworks(networkObjective);

let lab: LabPage;

test.beforeEach(({ page }) => {
  lab = new LabPage(page);
});

test.afterEach(() => {
  expect(lab.errors).toEqual([]);
});

const guide = (page: Page): Locator => page.getByRole('tabpanel');
const phase = (value: string): Promise<void> => expect(lab.readout).toHaveAttribute('data-lesson-phase', value);

async function openLesson(page: Page, key: string): Promise<void> {
  await page.goto(`/#lesson=${key}`);
  await expect(lab.readout).toHaveAttribute('data-lesson', key);
  await expect(lab.button('That is my guess')).toBeVisible();
}

/** Goes to a control with the Tab key alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < 120; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not lead there.');
}

/** Gives some answer with the keys. */
async function answerByKeys(page: Page, { form }: Lesson): Promise<void> {
  switch (form.kind) {
    case 'choose':
      await tabTo(page, guide(page).getByRole('radio').first());
      await page.keyboard.press('Space');
      break;
    case 'place':
      await tabTo(page, lab.slider('Your point'));
      for (const key of ['ArrowRight', 'ArrowDown', 'Shift+ArrowRight']) await page.keyboard.press(key);
      break;
    case 'sketch':
      await tabTo(page, lab.slider('Your curve'));
      for (const key of ['ArrowDown', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowRight', 'ArrowUp'])
        await page.keyboard.press(key);
      break;
    case 'set':
      await tabTo(page, guide(page).getByRole('slider').first());
      await page.keyboard.press('ArrowRight');
      break;
    case 'spread':
      await tabTo(page, lab.slider('First axis of your ellipse'));
      for (const key of ['ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
      break;
    case 'fill':
      await fillByKeys(page, form);
  }
}

async function fillByKeys(page: Page, form: Fill): Promise<void> {
  const given = form.given.flatMap(({ cells, isTyped }) => (isTyped ? cells : [])).length;
  const cells = guide(page).getByRole('textbox');
  for (const index of cellsOf(form).keys()) {
    await tabTo(page, cells.nth(given + index));
    await page.keyboard.type('0.25');
  }
}

/** Answers what happened and why with the keys, trying one after the other. */
async function endByKeys(page: Page): Promise<void> {
  for (const [name, next] of [
    ['What happened?', 'Why?'],
    ['Why?', 'To take away'],
  ]) {
    const choices = page.getByRole('group', { name }).getByRole('button');
    const after = page.getByText(next, { exact: true });
    for (let choice = 0; !(await after.isVisible()); choice++) {
      await tabTo(page, choices.nth(choice));
      await page.keyboard.press('Enter');
    }
  }
}

/** Every number of the truth with enough digits to be told from others, as pages write them. */
function secrets(lesson: Lesson): readonly string[] {
  const truth = lesson.truth(experiments, parseLink(`#${lesson.settings}`));
  const found = new Set<string>();
  JSON.stringify(lesson.outcome(truth), (_, value: unknown) => {
    if (typeof value === 'number' && Number.isFinite(value)) found.add(String(Math.abs(value)).slice(0, 8));
    return value;
  });
  return [...found].filter((text) => text.replace(/[.0]/g, '').length >= 5);
}

for (const entry of lessons) {
  test(`${entry.key} goes by keyboard alone from its question to its end, and keeps its answer until then`, async ({
    page,
  }) => {
    const lesson = await entry.load();
    await openLesson(page, entry.key);
    const known = await everything(page);
    const shown = JSON.stringify(lesson.shown?.(experiments, parseLink(`#${lesson.settings}`)) ?? '');
    for (const secret of secrets(lesson)) if (!shown.includes(secret)) expect(known).not.toContain(secret);
    await answerByKeys(page, lesson);
    await tabTo(page, lab.button('That is my guess'));
    await page.keyboard.press('Enter');
    await phase('revealed');
    await endByKeys(page);
    await phase('done');
    await expect(page).toHaveURL(new RegExp(`lesson=${entry.key}&guess=`));
  });
}

/** All of the page, and all that it tells a host. */
async function everything(page: Page): Promise<string> {
  const html = await page.content();
  const state = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener('message', ({ data }) => {
          if (data?.id === 'all' && data.type !== 'getState') resolve(JSON.stringify(data));
        });
        postMessage({ ns: 'minibatch-lab', v: 1, type: 'getState', id: 'all' }, '*');
      }),
  );
  return html + state;
}

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  for (const entry of lessons)
    test(`${entry.key} goes by touch`, async ({ page }) => {
      const { form } = await entry.load();
      await openLesson(page, entry.key);
      await answerByTouch(page, form);
      await lab.button('That is my guess').tap();
      await phase('revealed');
    });
});

async function answerByTouch(page: Page, form: Lesson['form']): Promise<void> {
  const target =
    form.kind === 'choose'
      ? guide(page).getByRole('radio').first()
      : form.kind === 'set'
        ? guide(page).getByRole('slider').first()
        : form.kind === 'place'
          ? lab.slider('Your point')
          : form.kind === 'sketch'
            ? lab.slider('Your curve')
            : lab.slider('First axis of your ellipse');
  if (form.kind === 'fill') {
    const given = form.given.flatMap(({ cells, isTyped }) => (isTyped ? cells : [])).length;
    for (const index of cellsOf(form).keys()) {
      await guide(page)
        .getByRole('textbox')
        .nth(given + index)
        .tap();
      await page.keyboard.type('0.25');
    }
    return;
  }
  if (form.kind === 'choose') return target.tap();
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error('There is nothing to touch.');
  // What is touched is at least 44 pixels wide and high, or a whole plot.
  if (form.kind === 'place' || form.kind === 'spread')
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(40);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session = await page.context().newCDPSession(page);
  const touch = (type: string, points: readonly object[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points } as never);
  await touch('touchStart', [{ x, y }]);
  for (let way = 1; way <= 5; way++) await touch('touchMove', [{ x: x + 6 * way, y: y + 3 * way }]);
  await touch('touchEnd', []);
}

for (const kind of ['choose', 'place', 'sketch', 'set', 'spread', 'fill'])
  for (const [theme, width, height] of [
    ['light', 1280, 720],
    ['dark', 360, 740],
  ] as const)
    test(`axe finds nothing in a lesson of the form ${kind}, ${theme}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme });
      const all = await Promise.all(lessons.map(({ load }) => load()));
      const { key = '' } = all.find(({ form }) => form.kind === kind) ?? {};
      await openLesson(page, key);
      expect(await faults(page)).toEqual([]);
      await lab.press('I don’t know');
      await phase('revealed');
      await endByKeys(page);
      expect(await faults(page)).toEqual([]);
    });

async function faults(page: Page): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target} ${html.slice(0, 160)}`),
  );
}

test('a bare address asks the first question; a link, lesson=none, and a frame are free play', async ({ page }) => {
  await page.goto('/');
  await expect(lab.readout).toHaveAttribute('data-lesson', 'the-next-point');
  await phase('asked');
  await expect(page.getByRole('combobox', { name: 'Lesson' })).toHaveValue('the-next-point');
  await page.getByRole('tabpanel').getByRole('button', { name: 'Free play' }).click();
  await expect(lab.readout).not.toHaveAttribute('data-lesson');
  await expect(lab.readout).toHaveAttribute('data-update', /\d/);
  for (const hash of ['#lesson=none', '#problem=tug-of-war', '#v=1']) {
    await page.goto(`/${hash}`);
    await expect(lab.readout).toHaveAttribute('data-update', /\d/);
    await expect(lab.readout).not.toHaveAttribute('data-lesson');
  }
  await page.goto('/?embed=1');
  await expect(lab.readout).toHaveAttribute('data-update', /\d/);
});

test('what was put there is kept while another lesson is open, and an answer through loading the page anew', async ({
  page,
}) => {
  await openLesson(page, 'the-next-point');
  const ring = lab.slider('Your point');
  await ring.focus();
  await page.keyboard.press('Shift+ArrowRight');
  const said = String(await ring.getAttribute('aria-valuetext'));
  const select = page.getByRole('combobox', { name: 'Lesson' });
  await select.selectOption('counting');
  await expect(lab.readout).toHaveAttribute('data-lesson', 'counting');
  await select.selectOption('the-next-point');
  await expect(ring).toHaveAttribute('aria-valuetext', said);
  await lab.press('That is my guess');
  await phase('revealed');
  await expect(page).toHaveURL(/guess=/);
  await page.reload();
  await phase('revealed');
  await expect(page.getByTestId('guess')).toBeVisible();
});

test('a question about a network shows the map that it speaks of', async ({ page }) => {
  await lab.open('#lesson=the-surface-comes-to-you');
  const map = page.getByRole('figure', { name: 'Weight space', exact: true });
  await expect(map).toBeVisible();
  // Axes are named once the plane is known, of which the map is then asked for.
  await expect(map).toContainText('W1[1,2]');
});

test('a lesson that does not exist is one sentence and free play', async ({ page }) => {
  await page.goto('/#lesson=the-next-pint');
  await expect(page.getByText('which does not exist. Did you mean the-next-point?')).toBeVisible();
  await expect(lab.readout).toHaveAttribute('data-update', /\d/);
  await expect(lab.readout).not.toHaveAttribute('data-lesson');
});

test('views that would give the answer away, steps, and knobs wait for it', async ({ page }) => {
  await openLesson(page, 'the-next-point');
  await page.getByRole('tab', { name: 'Numbers' }).click();
  await expect(guide(page)).toContainText('could give the answer away');
  for (const key of ['s', 'r', 'm']) await page.keyboard.press(key);
  await lab.button('Step').click({ force: true });
  await expect(lab.readout).toHaveAttribute('data-step', '0');
  await expect(page.getByRole('spinbutton', { name: /Learning rate/ })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Guide' }).click();
  await lab.press('I don’t know');
  await phase('revealed');
  await lab.press('Step');
  await lab.reaches(1);
});

/** One lesson of each form, and those whose question or form takes the most room. */
const largest = [
  ...['the-next-point', 'four-times-the-batch', 'too-small-a-rate', 'by-hand', 'by-hand-backward', 'counting'],
  ...['which-layer-learns-first', 'the-rate-picks-the-sharpness'],
];

for (const lang of ['en', 'de'])
  test(`at every size the question, the beginning of its form, and both buttons are in sight at once (${lang})`, async ({
    page,
  }) => {
    for (const key of largest) {
      await page.goto(`/?lang=${lang}#lesson=${key}`);
      await expect(lab.readout).toHaveAttribute('data-lesson', key);
      const give = guide(page).locator('button[aria-describedby], button[aria-describedby] + button');
      await expect(give).toHaveCount(2);
      const parts = [
        guide(page).locator('section[data-phase] > p').first(),
        page.locator('[data-form] > *').first(),
        ...(await give.all()),
      ];
      for (const [width, height] of [
        [1280, 720],
        [1024, 768],
        [768, 1024],
        [500, 300],
        [360, 740],
      ]) {
        await page.setViewportSize({ width, height });
        for (const [place, part] of parts.entries()) {
          const isSeen = part.evaluate((element) => {
            const { left, right, top, height: high } = element.getBoundingClientRect();
            const at = document.elementFromPoint((left + right) / 2, top + Math.min(high / 2, 8));
            return at !== null && (element.contains(at) || at.contains(element));
          });
          expect.soft(await isSeen, `${key} ${width}x${height}, part ${place}`).toBe(true);
        }
        if (height > 300) continue;
        // In the least room a table, and an axis, are in sight to their ends.
        for (const part of await page
          .locator('[data-form="fill"] :is(input, tbody tr), [data-form="sketch"] > figure')
          .all()) {
          const isWhole = part.evaluate((element) => {
            const { left, right, top, bottom } = element.getBoundingClientRect();
            const isAt = (y: number): boolean => element.contains(document.elementFromPoint((left + right) / 2, y));
            return isAt(top + 2) && isAt(bottom - 2);
          });
          expect.soft(await isWhole, `${key}: ${await part.textContent()}`).toBe(true);
        }
      }
    }
  });

test('what counts the epoch waits while it is to be counted', async ({ page }) => {
  await openLesson(page, 'counting');
  await expect(page.getByText('batch 1 · 30 examples')).toBeVisible();
  expect(await everything(page)).not.toMatch(/per epoch"|steps per epoch|batch 1 of|last: /);
  await lab.press('I don’t know');
  await phase('revealed');
  await expect(page.getByText('4 steps per epoch')).toBeVisible();
});

test('the listings by hand follow what is typed, and have the outcome once it is told', async ({ page }) => {
  await openLesson(page, 'by-hand');
  const listings = page.locator('[data-listing]');
  await expect(listings).toHaveCount(3);
  await guide(page).getByRole('textbox', { name: 'Gradient, second' }).fill('-0.75');
  for (const listing of await listings.all()) {
    await expect(listing).toContainText('[0.1, -0.75, 0.2]');
    await expect(listing).not.toContainText('≈');
  }
  await lab.press('I don’t know');
  await phase('revealed');
  for (const listing of await listings.all()) await expect(listing).toContainText('w ≈ [0.499, -0.1925, 0.998]');
});
