// The lab on a slide of a deck that starts what is on it and waits for a clicker, as Reveal.js 6 does.

import { expect, type Frame, test } from '@playwright/test';
import { HostPage } from './embed.ts';

let host: HostPage;

test.afterEach(() => {
  expect(host.errors).toEqual([]);
  host.close();
});

/** Calls what a message names, as Reveal does, and notes the calls; keys reach it only while it has the focus. */
const deckScript = `<script>
  const calls = [];
  addEventListener('message', ({ data }) => {
    if (typeof data === 'string' && data[0] === '{' && JSON.parse(data).method) calls.push(JSON.parse(data));
    if (data && data.type === 'key') keys.push(data.payload.key);
  });
  const keys = [];
</script>`;

async function openDeck(query: string, attributes = ''): Promise<Frame> {
  const source = host.address(`/?embed=1&${query}#problem=sine-fit`);
  await host.open(
    `${deckScript}<iframe id="lab" style="width:1200px;height:700px;border:0" src="${source}" ${attributes}></iframe>`,
  );
  await host.ask('#lab', 'hello');
  return host.frame('#lab');
}

const say = (message: string): Promise<void> =>
  host.page.locator('#lab').evaluate((frame, text) => {
    (frame as HTMLIFrameElement).contentWindow?.postMessage(text, '*');
  }, message);

const heard = (name: 'calls' | 'keys'): Promise<unknown> => host.page.evaluate(name);

test.beforeEach(({ page }) => {
  host = new HostPage(page);
});

test('autoplay decides whether a slide starts the run', async () => {
  const frame = await openDeck('autoplay=0');
  await say('slide:start');
  // The answer comes after the message before it was handled.
  expect((await host.ask('#lab', 'getState')).payload).toMatchObject({ status: 'ready', step: 0 });
  await frame.getByRole('button', { name: 'Play', exact: true }).click();
  await say('slide:stop');
  expect((await host.ask('#lab', 'getState')).payload.status).not.toBe('running');
});

test('after a click in the lab the clicker still moves the deck', async ({ page }) => {
  const frame = await openDeck('', 'sandbox="allow-scripts"');
  await say('slide:start');
  await frame.getByRole('slider', { name: 'Learning rate', exact: true }).click();
  const readout = frame.getByTestId('readout');
  const rate = await readout.getAttribute('data-learning-rate');
  for (const key of ['PageDown', 'PageUp', 'Escape', 'b']) await page.keyboard.press(key);
  await expect.poll(() => heard('keys')).toEqual(['PageDown', 'PageUp', 'Escape', 'b']);
  expect(await heard('calls')).toEqual([
    { method: 'next' },
    { method: 'prev' },
    { method: 'toggleOverview' },
    { method: 'triggerKey', args: [66] },
  ]);
  await expect(readout).toHaveAttribute('data-learning-rate', rate ?? '');
  // The lab's own keys stay its own, and what is typed is nobody else's.
  await frame.getByLabel('Learning rate, typed').fill('0.2');
  await page.keyboard.press('n');
  await frame.getByRole('button', { name: 'Step', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(readout).toHaveAttribute('data-step', '1');
  expect(await heard('keys')).toHaveLength(4);
});

test('keys=0 leaves all single keys to the page around the lab', async ({ page }) => {
  const frame = await openDeck('keys=0');
  await frame.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(frame.getByTestId('readout')).toHaveAttribute('data-step', '1');
  for (const key of ['ArrowRight', 'e', 's', '?']) await page.keyboard.press(key);
  // The word would take the key, since it says what it means; a sentence does not.
  await frame.getByText('step 1 of 1').first().click();
  await page.keyboard.press('Space');
  await expect.poll(() => heard('keys')).toEqual(['ArrowRight', 'e', 's', ' ']);
  expect((await host.ask('#lab', 'getState')).payload).toMatchObject({ status: 'paused', step: 1 });
  await frame.getByRole('button', { name: 'Menu' }).click();
  await frame.getByRole('button', { name: 'Keyboard' }).click();
  const dialog = frame.getByRole('dialog', { name: 'Keyboard' });
  await expect(dialog.getByRole('checkbox')).toBeDisabled();
  await expect(dialog).toContainText('The page around this one has switched them off.');
});
