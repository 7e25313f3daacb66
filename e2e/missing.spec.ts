// What happens when a part of the page cannot be loaded: the page was replaced on its server, or the network is gone.

import { expect, type Page, test } from '@playwright/test';
import { LabPage } from './page.ts';

const sentence = 'A part of this page could not be loaded. The run is as it was.';
const germanSentence = 'Ein Teil dieser Seite ließ sich nicht laden. Der Lauf ist, wie er war.';

/** Answers every asset as a server does that holds a newer page, until the function returned is called. */
async function removeAssets(page: Page): Promise<() => Promise<void>> {
  await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: 'Not found.' }));
  return () => page.unroute('**/assets/**');
}

/** The lab at step 3, with all loaded that it loads by itself. */
async function atRest(page: Page, hash = ''): Promise<LabPage> {
  const lab = await new LabPage(page).open(hash);
  await expect(page.getByRole('tab').first()).toBeVisible();
  for (let step = 1; step <= 3; step++) {
    await lab.press('Step');
    await lab.reaches(step);
  }
  // What the first step brings with it is there as well, and what is asked for the limit of the mini-batch once it rests.
  await expect.poll(() => page.workers().length).toBe(2);
  await page.waitForLoadState('networkidle');
  return lab;
}

async function isUntouched(lab: LabPage, step = 3): Promise<void> {
  await lab.reaches(step);
  await expect(lab.page.getByRole('figure').first()).toBeVisible();
  await expect(lab.button('Step')).toBeVisible();
}

for (const tab of ['batch', 'gradients', 'noise', 'optimizer', 'code', 'steps', 'schedule', 'compare'])
  test(`the view ${tab} says that it is missing, and comes when it is there again`, async ({ page }) => {
    const lab = await atRest(page);
    const restore = await removeAssets(page);
    await lab.choose(tab);
    const panel = page.getByRole('tabpanel');
    await expect(panel.getByText(sentence)).toBeVisible();
    await isUntouched(lab);
    await panel.getByRole('button', { name: 'Try again' }).click();
    await expect(panel.getByText(sentence)).toBeVisible();
    await restore();
    await panel.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText(sentence)).toHaveCount(0);
    await expect(panel).not.toBeEmpty();
    await isUntouched(lab);
  });

test('settings, slow motion, and dialogs say that they are missing, and come with the network', async ({ page }) => {
  const lab = await atRest(page);
  await page.context().setOffline(true);
  await lab.press('Settings');
  const settings = page.getByRole('region', { name: 'Settings' });
  await expect(settings.getByText(sentence)).toBeVisible();
  // A page that cannot be reached is not offered: loading it would take the run along.
  await expect(lab.button('Load the page anew')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await page.keyboard.press('s');
  await expect(page.getByText(sentence).first()).toBeVisible();
  await isUntouched(lab);
  await page.keyboard.press('s');
  await expect(page.getByText(sentence)).toHaveCount(0);
  for (const name of ['Export …', 'Share …', 'About the numbers', 'Keyboard']) {
    await lab.press('Menu');
    await lab.press(name);
    await expect(page.getByRole('dialog').getByText(sentence)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await lab.press('Menu');
  await lab.press('Share …');
  await expect(page.getByRole('dialog').getByText(sentence)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
  await expect(page.getByText(sentence)).toHaveCount(0);
  await isUntouched(lab);
});

test('layers of the plot and what pointing loads are missed in the notices', async ({ page }) => {
  const lab = await atRest(page);
  const restore = await removeAssets(page);
  const notices = page.getByRole('status', { name: 'Notices' });
  await page
    .getByRole('figure')
    .first()
    .hover({ position: { x: 200, y: 200 } });
  await expect(notices.getByText(sentence)).toBeVisible();
  await restore();
  await notices.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(sentence)).toHaveCount(0);
  await isUntouched(lab);
});

test('an end whose words are missing leaves the run there', async ({ page }) => {
  const lab = await atRest(page, '#problem=line-fit&learningRate=1');
  const restore = await removeAssets(page);
  await lab.press('Play');
  await lab.hasStatus('diverged');
  await expect(page.getByText(sentence).first()).toBeVisible();
  await expect(page.getByRole('figure').first()).toBeVisible();
  await restore();
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.getByText(sentence)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Try \d/ })).toBeVisible();
});

test('a page that may be newer is offered, and keeps the step', async ({ page }) => {
  const lab = await atRest(page);
  const restore = await removeAssets(page);
  await lab.choose('code');
  await expect(page.getByText('so there may be a newer one')).toBeVisible();
  await restore();
  await lab.press('Load the page anew');
  await expect(page.getByText(sentence)).toHaveCount(0);
  await isUntouched(lab);
});

test('a module that the browser will not ask for again is loaded at another address', async ({ page }) => {
  const lab = await atRest(page);
  await page.route(/assets\/StepsTable[^?]*\.js$/, (route) => route.fulfill({ status: 404, body: 'Not found.' }));
  await lab.choose('steps');
  await expect(page.getByText(sentence)).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('tabpanel').getByRole('table')).toBeVisible();
  await isUntouched(lab);
});

test('what only a run shows is missed once it is wanted, and comes at another address with all that it holds', async ({
  page,
}) => {
  await page.route(/assets\/run-[^?]*\.js$/, (route) => route.fulfill({ status: 404, body: 'Not found.' }));
  await page.goto('/');
  await page.getByRole('tabpanel').getByRole('button', { name: 'Free play' }).click();
  const notices = page.getByRole('status', { name: 'Notices' });
  await expect(notices.getByText(sentence)).toBeVisible();
  await notices.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(sentence)).toHaveCount(0);
  const lab = new LabPage(page);
  await expect(lab.slider('Learning rate')).toBeVisible();
  await expect(page.getByTestId('weights-handle')).toBeVisible();
});

test('what loads second is missed in its place, and the run can be used without it', async ({ page }) => {
  await page.route('**/assets/second-*', (route) => route.abort());
  const lab = await new LabPage(page).open();
  await expect(page.getByRole('main').getByText(sentence).last()).toBeVisible();
  await lab.press('Step');
  await lab.reaches(1);
  await page.unroute('**/assets/second-*');
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).last().click();
  await expect(page.getByRole('tab').first()).toBeVisible();
  await isUntouched(lab, 1);
  // With its style sheet, which did not come either.
  const rules = page.locator('link[href*="/second-"]').evaluate((link: HTMLLinkElement) => link.sheet?.cssRules.length);
  expect(await rules).toBeGreaterThan(10);
});

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('the sentence is there as soon as the page is', async ({ page }) => {
    const lab = await new LabPage(page).open();
    await expect(page.getByRole('tab').first()).toBeVisible();
    const restore = await removeAssets(page);
    await lab.choose('compare');
    await expect(page.getByRole('tabpanel').getByText(germanSentence)).toBeVisible();
    await restore();
    await lab.page.getByRole('tabpanel').getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await expect(page.getByText(germanSentence)).toHaveCount(0);
  });

  test('a page whose German is missing is there in English and says so', async ({ page }) => {
    await page.route('**/assets/german-*', (route) => route.abort());
    const lab = await new LabPage(page).open();
    await expect(page.getByText(sentence)).toBeVisible();
    await page.unroute('**/assets/german-*');
    await lab.press('Try again');
    await expect(page.getByRole('button', { name: 'Schritt', exact: true })).toBeVisible();
    await expect(page.getByText(sentence)).toHaveCount(0);
  });
});
