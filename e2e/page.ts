// What the browser tests share: opening the page, and reading the step it is about to take.

import { expect, type Locator, type Page } from '@playwright/test';

export interface PendingStep {
  readonly step: number;
  readonly epoch: number;
  readonly weights: readonly number[];
  readonly batch: readonly number[];
  readonly batchLoss: number;
  readonly fullLoss: number;
  readonly gradient: readonly number[];
  readonly fullGradient: readonly number[];
  readonly update: readonly number[];
  readonly learningRate: number;
  readonly status: string;
}

const numbers = (text: string | undefined): number[] => (text ? text.split(',').map(Number) : []);

/** Holds back every answer to a request at `address`, a glob; what it gives lets them come. */
export async function holdBack(page: Page, address: string): Promise<() => void> {
  let letIn = (): void => {};
  const allowed = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route(address, async (route) => {
    await allowed;
    await route.continue();
  });
  return letIn;
}

export class LabPage {
  readonly page: Page;
  readonly readout: Locator;
  /** Errors of the console and of the page, which no test expects. */
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    this.readout = page.getByTestId('readout');
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  /**
   * Opens the built page with this query and hash, everything in sight and free play unless a hash
   * asks for a lesson, and waits for its first step.
   */
  async open(address = ''): Promise<this> {
    const [query, ...hash] = address.replace(/^\?/, '').split(/(?=#)/);
    const isHash = query.startsWith('#');
    const wishes = isHash || query === '' ? [] : [query];
    await this.page.goto(
      `/?${['level=all', ...wishes].join('&')}${(isHash ? query : hash.join('')) || '#lesson=none'}`,
    );
    await expect(this.readout).toHaveAttribute('data-step', /\d/);
    return this;
  }

  /** Chooses the view with this key: by its tab, or from the menu of those that have none. */
  async choose(id: string): Promise<void> {
    const tab = this.page.locator(`[role="tab"][data-tab="${id}"]`);
    await expect(this.page.getByRole('tab').first()).toBeVisible();
    if (await tab.isVisible()) await tab.click();
    else {
      await this.page.locator('[aria-haspopup="menu"]').click();
      await this.page.locator(`[role="menuitem"][data-tab="${id}"]`).click();
    }
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  /** The keys of all views that are offered, those of tabs before those of the menu. */
  async views(): Promise<string[]> {
    await expect(this.page.getByRole('tab').first()).toBeVisible();
    const views = await this.page.locator(':is([role="tab"], [role="menuitem"])[data-tab]').all();
    return Promise.all(views.map(async (view) => String(await view.getAttribute('data-tab'))));
  }

  /** Opens the built page by an address that says nothing, everything in sight as its reader left it, for free play. */
  async openBare(): Promise<this> {
    await this.page.addInitScript(() => localStorage.setItem('minibatch-lab.level', 'all'));
    await this.page.goto('/');
    await this.page.getByRole('tabpanel').getByRole('button', { name: 'Free play' }).click();
    await expect(this.readout).toHaveAttribute('data-update', /\d/);
    return this;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  slider(name: string): Locator {
    return this.page.getByRole('slider', { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  async pending(): Promise<PendingStep> {
    const data = await this.readout.evaluate((element) => ({ ...(element as HTMLElement).dataset }));
    return {
      step: Number(data.step),
      epoch: Number(data.epoch),
      weights: numbers(data.weights),
      batch: numbers(data.batch),
      batchLoss: Number(data.batchLoss),
      fullLoss: Number(data.fullLoss),
      gradient: numbers(data.gradient),
      fullGradient: numbers(data.fullGradient),
      update: numbers(data.update),
      learningRate: Number(data.learningRate),
      status: data.status ?? '',
    };
  }

  /** Waits until the page shows step `step`. */
  async reaches(step: number): Promise<PendingStep> {
    await expect(this.readout).toHaveAttribute('data-step', String(step));
    return this.pending();
  }

  async hasStatus(status: string): Promise<void> {
    await expect(this.readout).toHaveAttribute('data-status', status);
  }

  /** Sets a native range by its value, as dragging does. */
  async slide(name: string, value: number): Promise<void> {
    await this.slider(name).fill(String(value));
  }
}
