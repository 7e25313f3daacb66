import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// npm test names the browser it found and a free port; the rest serves `npx playwright test` run by hand.
const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env.CHROMIUM_PATH ?? usual.find((file) => existsSync(file));
const port = Number(process.env.PAGE_PORT ?? 4174);
const address = `http://localhost:${port}/`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  // Far beyond what any test takes: a busy machine is slow, and a test waits for what it awaits, not for the clock.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    baseURL: address,
    viewport: { width: 1280, height: 720 },
    locale: 'en-US',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node scripts/serve.mjs dist ${port}`,
    url: address,
    reuseExistingServer: false,
    timeout: 20_000,
  },
});
