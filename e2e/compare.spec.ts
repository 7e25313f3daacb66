import { expect, type Page, test } from '@playwright/test';
import { LabPage } from './page.ts';

let lab: LabPage;

test.beforeEach(({ page }) => {
  lab = new LabPage(page);
});

test.afterEach(() => {
  expect(lab.errors).toEqual([]);
});

async function openComparison(hash = '', section = 'Contenders'): Promise<void> {
  await lab.open(hash);
  await lab.choose('compare');
  await lab.page.getByRole('radio', { name: section }).check();
}

const row = (letter: string) => lab.page.getByRole('listitem', { name: `Contender ${letter}` });
const rate = (letter: string) => lab.page.getByLabel(`Learning rate of ${letter}`);

/** Counts the workers that the page has started and not ended. */
async function countWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as { workers: Set<Worker> };
    counted.workers = new Set();
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        counted.workers.add(this);
      }
      override terminate(): void {
        counted.workers.delete(this);
        super.terminate();
      }
    };
  });
}
const workers = (): Promise<number> =>
  lab.page.evaluate(() => (window as unknown as { workers: Set<Worker> }).workers.size);

test('a page that does not compare loads nothing of it', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await countWorkers(page);
  for (const { hash, others } of [
    { hash: '#optimizer=adam', others: 0 },
    // One more is asked for the limit of the mini-batch, which a rule without such a limit has not.
    { hash: '', others: 1 },
  ]) {
    await page.goto('about:blank');
    scripts.length = 0;
    await lab.open(hash);
    await lab.press('Next epoch');
    await expect.poll(async () => (await lab.pending()).step).toBeGreaterThan(1);
    await expect.poll(workers).toBe(1 + others);
    await page.waitForLoadState('networkidle');
    expect(scripts.filter((address) => /compare|contender|race/i.test(address))).toEqual([]);
    expect(scripts.filter((address) => /pool/i.test(address))).toHaveLength(others);
    expect(await workers()).toBe(1 + others);
  }
});

test('one click sets up contenders that advance together, each in its own colour, and their link restores them', async () => {
  await openComparison();
  await lab.press('SGD, momentum, Adam');
  await lab.press('Next epoch');
  await lab.press('Next epoch');
  const steps = (await lab.reaches(26)).step;
  for (const letter of ['A', 'B', 'C']) await expect(row(letter)).toContainText(`step ${steps}, loss`);
  await expect(lab.page.getByRole('figure', { name: 'Loss of the contenders' })).toBeVisible();
  for (const letter of ['A', 'B', 'C']) await expect(lab.page.getByTestId(`contender-${letter}`)).toBeVisible();
  await rate('C').fill('0.05');
  await rate('C').press('Enter');
  await expect.poll(() => lab.page.url()).toContain('contenders=momentum,0.01,8+adam,0.05,8');
  const link = new URL(lab.page.url()).hash;
  await lab.page.goto('about:blank');
  await openComparison(link);
  await expect(lab.page.getByLabel('Optimizer of B')).toHaveValue('momentum');
  await expect(rate('C')).toHaveValue('0.05');
  await expect(row('C')).toContainText(`step ${steps}, loss`);
});

test('the clock decides how far each run is', async () => {
  await openComparison();
  await lab.press('One example, mini-batch, largest batch');
  await lab.press('Next epoch');
  await lab.reaches(100);
  await expect(row('A')).toContainText('step 100,');
  await expect(row('B')).toContainText('step 13,');
  await expect(row('C')).toContainText('step 1,');
  await lab.page.getByRole('radio', { name: 'step', exact: true }).check();
  for (const letter of ['A', 'B', 'C']) await expect(row(letter)).toContainText('step 100,');
});

test('a contender that diverges stops alone, is labelled, and the others go on', async () => {
  await openComparison('#learningRate=0.1&contenders=sgd,20,8+sgd,0.05,8');
  for (let epoch = 0; epoch < 4; epoch++) await lab.press('Next epoch');
  await lab.reaches(52);
  await expect(row('B')).toContainText('diverged at step');
  await expect(lab.page.getByTestId('contender-B-note')).toHaveText('B diverged');
  await expect(row('C')).toContainText('step 52, loss');
  // The loss axis is that of the runs that stayed.
  const ticks = await lab.page
    .getByRole('figure', { name: 'Loss of the contenders' })
    .locator('text.tick')
    .allTextContents();
  expect(Math.max(...ticks.map((text) => Number(text.replace(',', ''))))).toBeLessThan(100);
});

test('a branch keeps the old future beside the new one', async () => {
  await openComparison('#step=40');
  await lab.reaches(40);
  await lab.slide('Step of the run', 10);
  await lab.reaches(10);
  await lab.press('What if, from here?');
  await expect(lab.page.getByText('without the change at step 10')).toBeVisible();
  await lab.slide('Learning rate', -2);
  await lab.press('Next epoch');
  await expect(lab.page.getByRole('figure', { name: 'Loss of the contenders' })).toBeVisible();
  await lab.press('Remove the ghost');
  await expect(lab.page.getByRole('figure', { name: 'Loss curve' })).toBeVisible();
});

test('the sweep fills in, can be cancelled, and a cell becomes a contender', async () => {
  await openComparison('#examples=1000&problem=sine-fit', 'Sweep');
  await lab.press('Run the sweep');
  const map = lab.page.getByRole('figure', { name: 'Final loss by learning rate and batch size' });
  await expect(map).toBeVisible();
  await lab.press('Cancel');
  await expect(lab.button('Run the sweep')).toBeVisible();
  await expect(lab.page.getByRole('progressbar')).toHaveCount(0);
  await map.getByRole('slider').click({ position: { x: 30, y: 20 } });
  await lab.page.getByRole('radio', { name: 'Contenders' }).check();
  await expect(row('B')).toBeVisible();
});

test('removing the contenders ends their workers', async ({ page }) => {
  await countWorkers(page);
  await openComparison('#contenders=sgd,0.05,8+adam,0.1,8');
  await expect.poll(workers).toBe(3);
  for (const letter of ['B', 'C']) await lab.press(`Remove ${letter}`);
  await expect.poll(workers).toBe(1);
});

test('fifty seeds give a band and say where they ended', async () => {
  await openComparison('#problem=sine-fit', 'Many seeds');
  await lab.press('Run 50 seeds');
  const ends = lab.page.getByRole('table', { name: 'Where they ended' });
  await expect(ends).toContainText('minimum at');
  await expect(lab.page.getByText(/half of the runs lie between/)).toBeVisible();
  // The fan stands back where the picture is of something else.
  const canvases = lab.page.getByRole('figure', { name: 'Weight space' }).locator('canvas');
  const withFan = await canvases.count();
  await lab.page.getByRole('radio', { name: 'Sweep' }).check();
  await expect(canvases).toHaveCount(withFan - 1);
  await lab.page.getByRole('radio', { name: 'Many seeds' }).check();
  await expect(canvases).toHaveCount(withFan);
  await lab.press('Hide the fan');
  await expect(ends).toHaveCount(0);
});

test('the noise floor is measured beside its prediction', async () => {
  await openComparison('#sampling=replacement&step=4000', 'Noise floor');
  await lab.reaches(4000);
  for (const line of ['measured', 'predicted']) await expect(lab.page.getByTestId(`cloud-${line}`)).toBeVisible();
  const lengths = async (name: string): Promise<number> =>
    Number(await lab.page.getByRole('row', { name, exact: false }).first().getByRole('cell').first().textContent());
  const [measured, predicted] = [await lengths('measured'), await lengths('predicted')];
  expect(measured / predicted).toBeGreaterThan(0.8);
  expect(measured / predicted).toBeLessThan(1.25);
});

test('the results say what each run needed, and sort', async () => {
  await openComparison('#contenders=sgd,0.01,8&step=200', 'Contenders');
  await lab.reaches(200);
  await lab.page.getByRole('radio', { name: 'Results' }).check();
  const target = lab.page.getByRole('spinbutton', { name: 'Loss to reach' });
  await target.fill('1');
  await target.press('Enter');
  const rows = lab.page.getByRole('table', { name: 'Results' }).locator('tbody tr');
  await expect(rows.nth(1).getByRole('cell').first()).toHaveText(/^\d+$/);
  const steps = (await rows.locator('td:nth-child(2)').allTextContents()).map(Number);
  expect(steps[0]).toBeLessThan(steps[1]);
  await lab.page.getByRole('button', { name: 'Steps', exact: false }).first().click();
  await lab.page.getByRole('columnheader', { name: /Steps/ }).getByRole('button').click();
  await expect(rows.first()).toHaveAttribute('data-contender', 'B');
});

test('what the host has fixed is fixed in the comparison too', async ({ page }) => {
  await openComparison('?lock=learningRate,batchSize#problem=line-fit&contenders=sgd,0.2,8');
  for (const letter of ['A', 'B']) {
    await expect(rate(letter)).toBeDisabled();
    await expect(page.getByLabel(`Batch size of ${letter}`)).toBeDisabled();
    await expect(page.getByLabel(`Optimizer of ${letter}`)).toBeEnabled();
  }
  const sets = page.getByRole('group', { name: 'Compare at once' });
  const disabled = await sets
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => (one as HTMLButtonElement).disabled));
  // Of batch sizes, of rates, of optimizers, which bring their rates, and of schedules.
  expect(disabled).toEqual([true, true, true, false, true, true, true]);
});

test('the path of a contender ends at its weights', async ({ page }) => {
  await openComparison('#v=1&clock=step&contenders=sgd,0.2,8&problem=line-fit');
  await lab.press('Step');
  await lab.press('Step');
  await lab.reaches(2);
  await expect(row('B')).toContainText('step 2');
  const lines = page.locator('svg[data-view] [data-testid="contender-path-end"]');
  await expect(lines).toHaveCount(1);
  const length = await lines.evaluate((line) => (line as SVGPathElement).getTotalLength());
  expect(length).toBeGreaterThan(1);
});
