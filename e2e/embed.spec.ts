// The lab in other people's pages: frames of every kind, policies, and what happens when something is withheld.

import { expect, type Page, test } from '@playwright/test';
import { askInside, HostPage, readSingleFile, singleFile, weightsAt } from './embed.ts';

let host: HostPage;

test.beforeEach(({ page }) => {
  host = new HostPage(page);
});

test.afterEach(() => {
  host.close();
});

const run = '#v=1&learningRate=0.05&problem=sine-fit&seed=11';
const frameTag = (source: string, attributes = '') =>
  `<iframe id="lab" style="display:block;width:1200px;height:700px;border:0" src="${source}" ${attributes}></iframe>`;

/** What every frame must be able to do, and the weights it reaches, which are the same everywhere. */
async function works(selector = '#lab'): Promise<void> {
  expect((await host.ask(selector, 'hello')).payload.state.settings).toMatchObject({ problem: 'sine-fit', seed: 11 });
  expect((await host.ask(selector, 'step', { count: 40 })).payload).toMatchObject({ step: 40, status: 'paused' });
  expect(await weightsAt(host, selector, 40)).toEqual([expect.any(Number), expect.any(Number)]);
  const frame = await host.frame(selector);
  await frame.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(frame.getByTestId('readout')).toHaveAttribute('data-step', '41');
}

async function startsWorker(page: Page, count = 1): Promise<void> {
  await expect.poll(() => page.workers().length).toBe(count);
}

test.describe('a frame', () => {
  test.afterEach(() => {
    expect(host.errors).toEqual([]);
  });

  test('of the same origin works, and asks the network for nothing once it has taken a step', async () => {
    await host.openLab(`/${run}`);
    const inside = host.page.mainFrame();
    await askInside(inside, 'hello');
    expect((await askInside(inside, 'step', { count: 5 })).payload.step).toBe(5);
    // What only a run needs comes with its first step.
    await host.page.waitForLoadState('networkidle');
    host.forgetRequests();
    await host.page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(host.page.getByTestId('readout')).not.toHaveAttribute('data-step', '5');
    await host.page.getByRole('button', { name: 'Pause', exact: true }).click();
    expect(host.requests).toEqual([]);
    await startsWorker(host.page);
  });

  test('of another origin works', async () => {
    await host.open(frameTag(host.address(`/?embed=1${run}`)));
    await works();
    await startsWorker(host.page);
  });

  test('is coloured as a message says, until another says otherwise', async () => {
    await host.open(frameTag(host.address(`/?embed=1&theme=light${run}`)));
    await host.ask('#lab', 'hello');
    const page = (await host.frame('#lab')).locator('html');
    const paper = () => page.evaluate((root) => getComputedStyle(root.querySelector('body')!).backgroundColor);
    await expect(page).toHaveAttribute('data-theme', 'light');
    const light = await paper();
    expect((await host.ask('#lab', 'setHost', { theme: 'dark' })).type).not.toBe('error');
    await expect(page).toHaveAttribute('data-theme', 'dark');
    await expect.poll(paper).not.toBe(light);
    await host.ask('#lab', 'setHost', { theme: 'auto' });
    await expect(page).not.toHaveAttribute('data-theme');
    await host.ask('#lab', 'setHost', { theme: 'light' });
    await expect.poll(paper).toBe(light);
  });

  test('in a sandbox works', async () => {
    await host.open(frameTag(host.address(`/?embed=1${run}`), 'sandbox="allow-scripts"'));
    await works();
    await startsWorker(host.page);
  });

  test('made of the single file in a sandbox works', async () => {
    await host.open(frameTag(host.address(`/minibatch-lab.html?embed=1${run}`), 'sandbox="allow-scripts"'));
    await works();
    await startsWorker(host.page);
  });

  test('made by srcdoc in a sandbox works, without a single request', async () => {
    await host.open('<iframe id="lab" style="width:1200px;height:700px" sandbox="allow-scripts"></iframe>');
    host.forgetRequests();
    await host.page.locator('#lab').evaluate((frame, text) => {
      (frame as HTMLIFrameElement).srcdoc = text;
    }, readSingleFile());
    await host.ask('#lab', 'hello');
    await host.ask('#lab', 'setState', { problem: 'sine-fit', seed: 11, learningRate: 0.05 });
    await works();
    await startsWorker(host.page);
    expect(host.requests.filter((address) => !address.startsWith('about:'))).toEqual([]);
  });

  test('under the page policy of a strict host works', async () => {
    await host.open(frameTag(host.address(`/minibatch-lab.html${run}`)), {
      'Content-Security-Policy':
        "default-src 'none'; script-src 'none'; frame-src http://localhost:*; style-src 'unsafe-inline'; img-src data:",
    });
    const frame = await host.frame('#lab');
    await askInside(frame, 'hello');
    expect((await askInside(frame, 'step', { count: 3 })).payload.step).toBe(3);
  });

  test('served under Trusted Types works', async () => {
    await host.page.route('**/?embed=1', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: {
          ...response.headers(),
          'Content-Security-Policy':
            "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src data: blob:; worker-src blob:; require-trusted-types-for 'script'; trusted-types minibatch-lab",
        },
      });
    });
    await host.open(frameTag(host.address(`/?embed=1${run}`)));
    await works();
    await startsWorker(host.page);
    // Such a policy keeps the page from what stands in its own file: it fetches its styles, and has no first picture.
    await expect((await host.frame('#lab')).locator('main')).toHaveCSS('display', 'contents');
    expect(host.errors.filter((error) => !/\binline\b/.test(error))).toEqual([]);
    host.errors.length = 0;
  });

  test('tells its height, and the run of a Reveal slide starts and stops with it', async () => {
    await host.open(frameTag(host.address(`/?embed=1&autoplay=1${run}`)));
    await host.ask('#lab', 'hello');
    const heights = () =>
      host.page.evaluate(() =>
        (globalThis as unknown as { noted: { answers: { type: string; payload: { height: number } }[] } }).noted.answers
          .filter(({ type }) => type === 'height')
          .map(({ payload }) => payload.height),
      );
    await expect.poll(heights).toContain(720);
    const tell = (message: string) =>
      host.page.locator('#lab').evaluate((frame, text) => {
        (frame as HTMLIFrameElement).contentWindow!.postMessage(text, '*');
      }, message);
    const readout = (await host.frame('#lab')).getByTestId('readout');
    await tell('slide:start');
    await expect(readout).toHaveAttribute('data-step', /[1-9]/);
    await tell('slide:stop');
    await expect(readout).toHaveAttribute('data-status', 'paused');
  });

  test('without storage works', async () => {
    await host.page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
    });
    await host.open(frameTag(host.address(`/?embed=1${run}`)));
    await works();
  });
});

test('the single file works from disk, under its own policy, without a request', async () => {
  const frame = await host.openLab(`${singleFile.href}${run}`);
  host.forgetRequests();
  await askInside(frame, 'hello');
  expect((await askInside(frame, 'step', { count: 40 })).payload.step).toBe(40);
  await startsWorker(host.page);
  expect(host.requests).toEqual([]);
  expect(host.errors).toEqual([]);
});

test('forty links that mean nothing leave a page to be read, and the next good one clears it', async () => {
  const page = host.page;
  await host.openLab('/?lang=de&hide=tabcode,speeed#problem=line-fit');
  const notices = page.getByRole('status', { name: 'Hinweise' });
  await expect(notices).toContainText('Nichts hier heißt speeed');
  await expect(notices).toContainText('Gemeint ist vielleicht speed.');
  await expect(page.getByRole('tab', { name: 'Code', exact: true })).toHaveCount(0);
  const go = (hash: string) =>
    page.evaluate((text) => {
      location.hash = text;
    }, hash);
  for (let link = 0; link < 40; link++)
    await go(`#seed=x${link}&שלום${link}=1&noise=%00%E2%80%AE&optimizer=adma&contenders=foo&problem=%F0%9F%98${link}`);
  await expect(notices).toContainText('\u2068שלום39\u2069');
  await expect(notices).toContainText('Lauf 1 neben diesem: „Optimierer“ ist eines von sgd');
  await expect(notices).not.toContainText('38');
  await expect(notices.locator('li:visible')).toHaveCount(3);
  expect((await notices.boundingBox())!.height).toBeLessThan(150);
  await expect(page.getByRole('button', { name: 'Schritt', exact: true })).toBeVisible();
  await notices.getByText(/\d weitere/).click();
  await expect(notices).toContainText('Gemeint ist vielleicht adam.');
  await expect(notices).toContainText('(40-mal)');
  expect(await notices.textContent()).not.toMatch(/[\0\u202e]|x38/);
  await go('#problem=sine-fit');
  await expect(notices).not.toContainText('seed');
  await expect(notices.locator('li')).toHaveText([/speeed/]);
  await askInside(page.mainFrame(), 'hello');
  await go('#problem=sine-fit&seed=banana');
  await expect(notices).toContainText('banana');
  await askInside(page.mainFrame(), 'setState', { seed: 1 });
  await askInside(page.mainFrame(), 'setHost', { hide: ['speed'] });
  await expect(notices.locator('li')).toHaveCount(0);
});

test.describe('without a worker', () => {
  test('the page says where it computes, and where it would otherwise', async ({ context }) => {
    const about = async (page: Page): Promise<string> => {
      await page.goto(`/${run}`);
      await expect(page.getByTestId('readout')).toHaveAttribute('data-step', '0');
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('button', { name: 'About the numbers' }).click();
      return (await page.getByRole('dialog').textContent())!;
    };
    expect(await about(host.page)).toContain('Training runs in a worker');
    const without = await context.newPage();
    await without.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'Worker');
    });
    expect(await about(without)).toContain('No worker started here, so training runs on the page’s own thread');
  });

  test('that there is no such thing, the page computes by itself, and the same', async () => {
    await host.open(frameTag(host.address(`/?embed=1${run}`)));
    await works();
    const expected = await weightsAt(host, '#lab', 40);
    const other = await host.page.context().newPage();
    const without = new HostPage(other);
    await other.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'Worker');
    });
    await without.open(frameTag(without.address(`/?embed=1${run}`)));
    await without.ask('#lab', 'hello');
    expect(await weightsAt(without, '#lab', 40)).toEqual(expected);
    await without.ask('#lab', 'play');
    const readout = (await without.frame('#lab')).getByTestId('readout');
    await expect(readout).not.toHaveAttribute('data-step', '40');
    expect(other.workers()).toHaveLength(0);
    expect(without.errors).toEqual([]);
    without.close();
  });

  test('that a policy forbids, the page computes by itself', async () => {
    await host.page.route('**/?embed=1', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'Content-Security-Policy': "worker-src 'none'" },
      });
    });
    await host.open(frameTag(host.address(`/?embed=1${run}`)));
    await works();
    expect(host.page.workers()).toHaveLength(0);
  });
});

test('a worker that is killed in mid-run is replaced, and the run is the same', async () => {
  const lab = await host.openLab(`/${run}`);
  await askInside(lab, 'hello');
  await askInside(lab, 'setState', { speed: 200 });
  await askInside(lab, 'play');
  const readout = host.page.getByTestId('readout');
  await expect.poll(async () => Number(await readout.getAttribute('data-step'))).toBeGreaterThan(30);
  await lab.evaluate(() => {
    const { workers } = (globalThis as unknown as { noted: { workers: Worker[] } }).noted;
    for (const worker of workers) worker.terminate();
  });
  await host.page.waitForTimeout(100);
  const stoppedAt = Number(await readout.getAttribute('data-step'));
  await expect
    .poll(async () => Number(await readout.getAttribute('data-step')), { intervals: [50] })
    .toBeGreaterThan(stoppedAt + 20);
  await askInside(lab, 'pause');
  const after = (await askInside(lab, 'seek', { step: stoppedAt + 20 })).payload.pending.weights;
  await askInside(lab, 'reset');
  const again = (await askInside(lab, 'seek', { step: stoppedAt + 20 })).payload.pending.weights;
  expect(after).toEqual(again);
  expect(host.errors).toEqual([]);
});
