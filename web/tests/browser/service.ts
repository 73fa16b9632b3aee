import { execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { test as base } from '@playwright/test';
import { startNext } from './next-server';
import { end, freePort, untilPrinted } from './processes';

const root = resolve(import.meta.dirname, '../../..');
const StartMs = 180_000;
const StopMs = 30_000;

export interface Service {
  /** http://127.0.0.1:PORT */
  origin: string;
  /** Adds a store with that many invented findings and returns its id. */
  seed(findings: number): Promise<string>;
}

/** The output under test: the Next server in front of the api, or the export that the api serves. */
const hasNextServer = process.env.LW_WEB_OUTPUT === 'server';

/** Starts all of LeakWatch with data of its own; a test that changes much starts one for itself. */
export async function startService(
  options: { samples?: boolean; env?: Record<string, string> } = {},
): Promise<Service & { stop(): Promise<void> }> {
  const [port, webPort] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${hasNextServer ? webPort : port}`;
  const data = await mkdtemp(join(tmpdir(), 'leakwatch-web-'));
  // When root runs the tests, Postgres runs as another user, who must reach its folder.
  await chmod(data, 0o755);
  const program = process.env.LEAKWATCH_PROGRAM ?? join(root, 'artifacts/lw/leakwatch');
  const web = process.env.LW_WEB_FOLDER ?? join(root, 'artifacts/web');
  const samples = options.samples === false ? join(data, 'none') : join(root, 'samples');
  // It starts before the api, which loads the demo store through the web as a browser does.
  const next = hasNextServer
    ? await startNext(`http://127.0.0.1:${port}`, webPort, options.env?.SENTRY_DSN_WEB ?? '')
    : null;
  const { LW_WEB_FOLDER: _, ...environment } = process.env;
  const pages = hasNextServer ? [] : ['--web', web];
  const child = spawn(
    program,
    ['up', '--port', String(port), '--data', join(data, 'data'), '--samples', samples, ...pages],
    {
      cwd: data,
      env: { ...environment, LW_SAMPLES: samples, LW_BASE_URL: origin, NODE_ENV: 'development', ...options.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const stop = async () => {
    await end(child, StopMs);
    await next?.stop();
    await rm(data, { recursive: true, force: true });
  };
  try {
    await untilPrinted(child, 'Ctrl-C stops it', StartMs);
  } catch (failure) {
    await stop();
    throw failure;
  }

  const seed = async (findings: number) => {
    const call = ['demo', 'seed', '--line-items', '100', '--findings', String(findings), '--data', join(data, 'data')];
    const { stdout } = await promisify(execFile)(program, call, { env: { ...environment, NODE_ENV: 'development' } });
    return stdout.trim().split(' ')[1] ?? '';
  };
  return { origin, seed, stop };
}

/** Pages in front of the real api with the demo store, which has been read completely. */
export const test = base.extend<object, { service: Service }>({
  service: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the first parameter's pattern.
    async ({}, use) => {
      // A service that is already running, for trying things out.
      if (process.env.LW_ORIGIN) {
        await use({
          origin: process.env.LW_ORIGIN,
          seed: () => Promise.reject(new Error('LW_ORIGIN names a service whose data nobody seeds.')),
        });
        return;
      }

      const service = await startService();
      await use(service);
      await service.stop();
    },
    { scope: 'worker', timeout: StartMs + StopMs },
  ],
  baseURL: async ({ service }, use) => use(service.origin),
});

export { expect } from '@playwright/test';
