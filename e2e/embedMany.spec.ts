// Labs on a host page by <minibatch-lab>: what the element does, and how several share a page.

import { expect, test } from '@playwright/test';
import { type Answer, HostPage } from './embed.ts';

let host: HostPage;

test.beforeEach(({ page }) => {
  host = new HostPage(page);
});

test.afterEach(() => {
  host.close();
  expect(host.errors).toEqual([]);
});

const script = () => `<script src="${host.address('/embed.js')}"></script>`;

/** Calls a method of the element `selector` in the page. */
const call = (selector: string, method: string, ...given: unknown[]): Promise<Answer> =>
  host.page
    .locator(selector)
    .evaluate((element, [name, values]) => (element as Answer)[name as string](...(values as unknown[])), [
      method,
      given,
    ] as const);

test('the element takes its configuration from attributes, its height from the lab, and follows changes', async () => {
  await host.open(
    `${script()}<minibatch-lab id="one" problem="sine-fit" batch-size="4" learningrate="0.07" start="-1,2" lock="batch-size" theme="dark" lang="de" title="My lab"></minibatch-lab>`,
  );
  const state = await call('#one', 'getState');
  expect(state.settings).toMatchObject({
    problem: 'sine-fit',
    batchSize: 4,
    learningRate: 0.07,
    start1: -1,
    start2: 2,
  });
  const one = host.page.locator('#one');
  // What is wished for goes before the page's own theme, which counts where nothing is.
  const theme = () => host.page.frameLocator('#one iframe').locator('html').getAttribute('data-theme');
  await expect.poll(theme).toBe('dark');
  await one.evaluate((element) => element.removeAttribute('theme'));
  await expect.poll(theme).toBe('light');
  await host.page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'dark'));
  await expect.poll(theme).toBe('dark');
  await expect.poll(() => one.evaluate((element) => element.getBoundingClientRect().height)).toBe(720);
  expect(await one.locator('iframe').getAttribute('title')).toBe('My lab');
  await one.evaluate((element) => element.setAttribute('learning-rate', '0.2'));
  await expect.poll(async () => (await call('#one', 'getState')).settings.learningRate).toBe(0.2);
  const refusal = await call('#one', 'setState', { learningRate: 'banana' }).catch((error: Error) => error.message);
  expect(refusal).toContain('Learning rate is a number, not banana.');
});

test('methods are requests, DOM events are the events', async () => {
  await host.open(script());
  await host.page.evaluate(() => {
    const heard: string[] = [];
    (globalThis as Answer).heard = heard;
    const element = document.createElement('minibatch-lab');
    element.id = 'one';
    for (const type of ['ready', 'change', 'steps', 'height', 'diverged'])
      element.addEventListener(type, () => heard.push(type));
    document.body.append(element);
  });
  expect((await call('#one', 'step', 3)).step).toBe(3);
  expect((await call('#one', 'export', 'csv')).text.split('\n').length).toBeGreaterThanOrEqual(4);
  expect((await call('#one', 'export', 'json')).text).toContain('"stepsTaken"');
  expect((await call('#one', 'export', 'svg')).text).toMatch(/^<svg|^<\?xml/);
  expect((await call('#one', 'export', 'png', { scale: 1 })).dataUrl).toMatch(/^data:image\/png;base64,iVBOR/);
  expect((await call('#one', 'export', 'script', { library: 'numpy' })).text).toContain('import numpy');
  expect((await call('#one', 'stepPhase')).phase).toBe('sample');
  await call('#one', 'setState', { phase: null, learningRate: 100 });
  expect((await call('#one', 'step', 1000)).status).toBe('diverged');
  await expect
    .poll(() => host.page.evaluate(() => [...new Set((globalThis as Answer).heard)].sort()))
    .toEqual(['change', 'diverged', 'height', 'ready', 'steps']);
});

test('the element loads pages by http, https, and file alone, whatever is written where', async () => {
  await host.open(script());
  const heard = await host.page.evaluate(async () => {
    const page = globalThis as Answer;
    const code = 'parent.hit=(parent.hit||0)+1;window.hit=1';
    const bad = [
      `javascript:${code}`,
      ` JaVa\tScRi\npt:${code}`,
      `\u0001javascript\r\n:${code}//https://lab.example/`,
      `data:text/html,<script>${code}</script>`,
      URL.createObjectURL(new Blob([`<script>${code}</script>`], { type: 'text/html' })),
      'vbscript:hit=1',
      'about:blank',
      'about:srcdoc',
      `filesystem:${location.origin}/temporary/x.html`,
      'view-source:https://lab.example/',
      'ws://lab.example/',
      'http://',
    ];
    const answers: string[] = [];
    const errors: string[] = [];
    const ask = async (element: Answer) => {
      const answer = await element.getState().catch((error: Error) => error.message);
      const { src = '' } = element.shadowRoot.querySelector('iframe') ?? {};
      answers.push(`${answer} ${src}`);
    };
    for (const source of bad) {
      const element: Answer = document.createElement('minibatch-lab');
      element.addEventListener('error', ({ detail }: Answer) => errors.push(detail.message));
      element.setAttribute('src', source);
      document.body.append(element);
      await ask(element);
      element.setAttribute('src', source);
      await ask(element);
      element.src = source;
      await ask(element);
      element.remove();
    }
    return { answers: [...new Set(answers)], errors: errors.length / bad.length, hit: page.hit };
  });
  expect(heard).toEqual({
    answers: ['<minibatch-lab>: the address src is one of http, https, or file; nothing else is loaded. '],
    errors: 3,
    hit: undefined,
  });
  expect(host.page.frames()).toHaveLength(1);
  host.errors.length = 0;
});

for (const [way, text] of [
  ['a module', (address: string) => `<script type="module" src="${address}"></script>`],
  ['an import', (address: string) => `<script type="module">await import("${address}")</script>`],
  [
    'a classic script, after a module',
    (address: string) => `<script type="module" src="${address}?2"></script><script defer src="${address}"></script>`,
  ],
] as const)
  test(`the element finds its lab where its script came as ${way}`, async () => {
    await host.open(`<minibatch-lab id="one" problem="sine-fit"></minibatch-lab>${text(host.address('/embed.js'))}`);
    await host.page.waitForFunction(() => customElements.get('minibatch-lab') !== undefined);
    expect((await call('#one', 'getState')).settings.problem).toBe('sine-fit');
    expect(await host.page.locator('#one iframe').getAttribute('src')).toMatch(host.address('/index.html?embed=1'));
  });

test('the element says at once that it does not know where the lab lies', async () => {
  const code = await (await host.page.request.get(host.address('/embed.js'))).text();
  await host.open(`<minibatch-lab id="one"></minibatch-lab><script>${code}</script>`);
  expect(await call('#one', 'play').catch((error: Error) => error.message)).toContain('the attribute src says it');
  await host.page.locator('#one').evaluate((element, address) => {
    (element as Answer).src = address;
  }, host.address('/#problem=sine-fit&seed=4'));
  expect((await call('#one', 'getState')).settings).toMatchObject({ problem: 'sine-fit', seed: 4 });
  expect(host.errors.filter((error) => error.includes('where the lab lies is not known'))).toHaveLength(1);
  host.errors.length = 0;
});

test('properties are settings, before the script is there and after, and no method is lost to one', async () => {
  await host.open('<minibatch-lab id="one" learningrate="0.3"></minibatch-lab>');
  await host.page.locator('#one').evaluate((element) => {
    Object.assign(element, {
      step: 20,
      problem: 'sine-fit',
      learningRate: 0.05,
      start: [-1, 2],
      hide: ['speed', 'zoom'],
    });
    Object.assign(element, { schedule: 'cosine', nesterov: undefined, height: 400, expando: 5, title: 'Named' });
  });
  await host.page.addScriptTag({ url: host.address('/embed.js') });
  const state = await call('#one', 'getState');
  expect(state.settings).toMatchObject({ problem: 'sine-fit', learningRate: 0.05, schedule: 'cosine', start1: -1 });
  await expect.poll(async () => (await call('#one', 'getState')).step).toBe(20);
  const one = host.page.locator('#one');
  // As React and Vue do it: a property where the element has one of that name, otherwise an attribute.
  await one.evaluate((element) => {
    for (const [name, value] of Object.entries({ step: '7', learningRate: 0.2, dropLast: true, theme: 'dark' }))
      if (name in element) (element as Answer)[name] = value;
      else element.setAttribute(name, String(value));
  });
  await expect
    .poll(async () => await call('#one', 'getState'))
    .toMatchObject({ step: 7, settings: { learningRate: 0.2, dropLast: true } });
  expect((await call('#one', 'takeSteps', 2)).step).toBe(9);
  expect((await call('#one', 'step')).step).toBe(10);
  expect(await one.evaluate((element) => element.outerHTML)).not.toContain('learning-rate');
});

test('calls before the element is in a page wait for it, and calls after are refused at once', async () => {
  await host.open(script());
  const answers = await host.page.evaluate(async () => {
    const element: Answer = document.createElement('minibatch-lab');
    const early = element.takeSteps(3);
    const lost = element.export(() => {}).catch((error: Error) => error.name);
    document.body.append(document.createElement('p'), element);
    // Far below the screen, where a frame is loaded only when somebody asks.
    document.querySelector('p')!.style.height = '9000px';
    const { step } = await early;
    const late = element.seek(2);
    element.remove();
    const refused = await late.catch((error: Error) => error.message);
    const again = element.getState();
    document.body.append(element);
    return [step, await lost, refused, (await again).step];
  });
  expect(answers).toEqual([3, 'DataCloneError', 'The lab is no longer on the page.', 0]);
});

test('the height that is told follows from the content, whatever the host makes of it', async () => {
  const hosts = ['adds', 'adds', 'takes', 'ignores', 'cuts'];
  const frames = hosts.map(
    (host_, index) =>
      `<iframe data-host="${host_}" id="lab${index}" style="display:block;border:0;width:420px;height:${[640, 1400, 640, 300, 500][index]}px" src="${host.address('/?embed=1')}"></iframe>`,
  );
  await host.open(`${frames.join('')}<script>
    told = {};
    const answers = { adds: (h) => h + 2, takes: (h) => h - 2, cuts: (h) => Math.min(h, 700), ignores: () => null };
    addEventListener('message', ({ source, data }) => {
      if (data?.type !== 'height') return;
      const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
      (told[frame.id] ??= []).push(data.payload.height);
      const height = answers[frame.dataset.host](data.payload.height);
      if (height !== null) frame.style.height = height + 'px';
    });
  </script>`);
  const told = (): Promise<Record<string, number[]>> => host.page.evaluate(() => (globalThis as Answer).told);
  const last = async () => [...new Set(Object.values(await told()).map((heights) => heights.at(-1)))];
  const lab = await host.frame('#lab0');
  await lab.getByRole('tab', { name: 'Batch', exact: true }).click();
  await expect(lab.getByRole('tabpanel')).toContainText('gradient');
  await expect.poll(async () => (await told()).lab0.at(-1)).toBeGreaterThan((await told()).lab1.at(-1)!);
  const numbers = (await told()).lab1.at(-1)!;
  await lab.getByRole('tab', { name: 'Numbers', exact: true }).click();
  // What was asked for more is given back, though the frame has it.
  await expect.poll(async () => (await told()).lab0.at(-1)).toBe(numbers);
  await expect.poll(last).toEqual([numbers]);
  // Before the views and the sentences one can press have come the content is lower; each is told once, and never again.
  for (const id of ['lab1', 'lab2', 'lab3', 'lab4']) expect((await told())[id].length).toBeLessThanOrEqual(3);
  expect(await lab.evaluate(() => document.querySelector('#root > *')!.scrollHeight)).toBe(numbers + 2);
});

test('the element has its height at once, and one of its own is kept', async () => {
  await host.open(
    `<style>minibatch-lab{border:1px solid;box-sizing:border-box} #ruled{display:block;height:333px} #most{max-height:500px}</style>${script()}
    <minibatch-lab id="wide"></minibatch-lab><minibatch-lab id="number" height="400"></minibatch-lab>
    <minibatch-lab id="ruled"></minibatch-lab><minibatch-lab id="inline" style="height:410px"></minibatch-lab>
    <minibatch-lab id="most"></minibatch-lab><minibatch-lab id="least" style="min-height:800px"></minibatch-lab><div style="width:700px"><minibatch-lab id="medium"></minibatch-lab></div>
    <div style="display:flex;height:450px"><minibatch-lab id="stretched" style="flex:1"></minibatch-lab></div>
    <minibatch-lab id="away" hidden></minibatch-lab><minibatch-lab id="fixed" height="fixed"></minibatch-lab>
    <minibatch-lab id="bad" height="high"></minibatch-lab>`,
  );
  const heights = () =>
    host.page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll('minibatch-lab')].map((element) => {
          const frame = element.shadowRoot!.querySelector('iframe')!;
          return [element.id, [element.getBoundingClientRect().height, frame.getBoundingClientRect().height]];
        }),
      ),
    );
  const expected = {
    ...{
      wide: [722, 720],
      number: [402, 400],
      ruled: [333, 331],
      inline: [410, 408],
      most: [500, 498],
      least: [800, 798],
    },
    ...{ medium: [642, 640], stretched: [450, 448], away: [0, 0], fixed: [722, 720], bad: [722, 720] },
  };
  expect(await heights()).toEqual(expected);
  for (const id of ['wide', 'number', 'ruled', 'inline', 'most', 'medium', 'stretched', 'fixed'])
    await call(`#${id}`, 'getState');
  expect(await heights()).toEqual(expected);
  const wide = host.page.locator('#wide');
  await wide.evaluate((element) => element.setAttribute('height', '500'));
  await expect.poll(async () => (await heights()).wide).toEqual([502, 500]);
  await wide.evaluate((element) => element.removeAttribute('height'));
  await expect.poll(async () => (await heights()).wide).toEqual([722, 720]);
  expect(host.errors).toEqual(['<minibatch-lab>: height is auto, fixed, or a length, not high.']);
  host.errors.length = 0;
});

test('two on a page do not disturb each other', async () => {
  await host.open(
    `${script()}<minibatch-lab id="one" problem="line-fit" height="fixed"></minibatch-lab><minibatch-lab id="two" problem="line-fit" batch-size="100" height="fixed"></minibatch-lab>`,
  );
  await call('#one', 'step', 5);
  await call('#two', 'step', 2);
  expect(await call('#one', 'getState')).toMatchObject({ step: 5, settings: { batchSize: 8 } });
  expect(await call('#two', 'getState')).toMatchObject({ step: 2, settings: { batchSize: 100 } });
});

test('of ten that play, only those on the screen compute, and those off it catch nothing up', async () => {
  const ids = Array.from({ length: 10 }, (_, index) => `lab${index}`);
  const elements = ids.map(
    (id) => `<minibatch-lab id="${id}" problem="line-fit" height="fixed" autoplay="1"></minibatch-lab>`,
  );
  await host.page.setViewportSize({ width: 1280, height: 700 });
  await host.open(script() + elements.join(''));
  // Frames far below are loaded when they are asked for.
  await host.page.evaluate(() => {
    for (const element of document.querySelectorAll('minibatch-lab'))
      element.shadowRoot!.querySelector('iframe')!.loading = 'eager';
  });
  const steps = () => Promise.all(ids.map(async (id) => (await call(`#${id}`, 'getState')).stepCount as number));
  await expect.poll(async () => (await steps())[0]).toBeGreaterThan(2);
  const before = await steps();
  await expect.poll(async () => (await steps())[0]).toBeGreaterThan(before[0] + 3);
  expect((await steps()).slice(3)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  await host.page.locator('#lab9').evaluate((element) => element.scrollIntoView());
  await expect.poll(async () => (await steps())[9]).toBeGreaterThan(1);
  const away = (await steps())[0];
  await host.page.waitForTimeout(6000);
  expect((await steps())[0]).toBe(away);
  const back = Date.now();
  await host.page.locator('#lab0').evaluate((element) => element.scrollIntoView());
  await expect.poll(async () => (await steps())[0]).toBeGreaterThan(away);
  const made = (await steps())[0] - away;
  // At four steps a second, six seconds of absence made up for would be some twenty more than the time since has room for.
  expect(made).toBeLessThanOrEqual(4 * ((Date.now() - back) / 1000) + 8);
});

test('a frame that is not displayed computes nothing until it is', async () => {
  await host.open(
    `<iframe id="lab" style="display:none;width:900px;height:650px" src="${host.address('/?embed=1&autoplay=1#problem=line-fit')}"></iframe>`,
  );
  await host.ask('#lab', 'hello');
  await host.page.waitForTimeout(700);
  expect((await host.ask('#lab', 'getState')).payload).toMatchObject({ status: 'ready', stepCount: 0 });
  const show = (display: string) =>
    host.page.locator('#lab').evaluate((frame, value) => {
      (frame as HTMLElement).style.display = value;
    }, display);
  await show('block');
  const stepCount = async () => (await host.ask('#lab', 'getState')).payload.stepCount as number;
  await expect.poll(stepCount).toBeGreaterThan(1);
  await show('none');
  await host.page.waitForTimeout(300);
  const hidden = await stepCount();
  await host.page.waitForTimeout(1000);
  expect(await stepCount()).toBe(hidden);
});

test('for readers who asked for little motion nothing plays by itself, and playing is calm', async ({ browser }) => {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  const calm = new HostPage(page);
  await calm.open(
    `<iframe id="lab" style="width:900px;height:650px" src="${calm.address('/?autoplay=1#problem=line-fit')}"></iframe>`,
  );
  await calm.ask('#lab', 'hello');
  await page.waitForTimeout(500);
  expect((await calm.ask('#lab', 'getState')).payload.stepCount).toBe(0);
  await calm.ask('#lab', 'setState', { speed: 30 });
  const frame = await calm.frame('#lab');
  await frame.evaluate(() => {
    const readout = document.querySelector('[data-testid="readout"]') as HTMLElement;
    const seen: number[] = [];
    (globalThis as Answer).seen = seen;
    new MutationObserver(() => {
      const step = Number(readout.dataset.step);
      if (seen.at(-1) !== step) seen.push(step);
    }).observe(readout, { attributeFilter: ['data-step'] });
  });
  const began = Date.now();
  await calm.ask('#lab', 'play');
  await expect.poll(() => frame.evaluate(() => ((globalThis as Answer).seen as number[]).length)).toBeGreaterThan(2);
  const seen = await frame.evaluate(() => (globalThis as Answer).seen as number[]);
  expect(seen.length).toBeLessThanOrEqual(2 * ((Date.now() - began) / 1000) + 2);
  calm.close();
  await page.close();
});

test('fifty that came and went leave no worker', async () => {
  await host.open(script());
  for (let round = 0; round < 10; round++) {
    await host.page.evaluate(async () => {
      const elements = Array.from({ length: 5 }, () => {
        const element = document.createElement('minibatch-lab');
        element.setAttribute('problem', 'line-fit');
        document.body.append(element);
        element.shadowRoot!.querySelector('iframe')!.loading = 'eager';
        return element as Answer;
      });
      await Promise.all(elements.map((element) => element.getState()));
      for (const element of elements) element.remove();
    });
  }
  await expect.poll(() => host.page.frames().length).toBe(1);
  await expect.poll(() => host.page.workers().length).toBe(0);
});
