import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: `tests/${process.env.LW_TESTS ?? 'browser'}`,
  // One service, with its database and worker, for all tests of a worker process: two cores carry one of them.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  reporter: 'line',
  use: {
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.LW_CHROMIUM ?? '/usr/bin/chromium',
      // Without the last one Chromium keeps a public page (the admin) from framing a page of this machine.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-features=LocalNetworkAccessChecks',
      ],
    },
  },
});
