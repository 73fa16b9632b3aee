import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { end, freePort, untilPrinted } from './processes';

const web = resolve(import.meta.dirname, '../..');
const StartMs = 60_000;
const StopMs = 5_000;

/** The development server, the only output that has the gallery. It needs an api for the frame around the page. */
export async function startGallery(api: string): Promise<{ origin: string; stop(): Promise<void> }> {
  const port = await freePort();
  const call = ['node_modules/next/dist/bin/next', 'dev', '--hostname', '127.0.0.1', '--port', String(port)];
  const child = spawn(process.execPath, call, {
    cwd: web,
    env: { ...process.env, NODE_ENV: 'development', API_ORIGIN: api, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // It has workers of its own, which a kill would leave behind.
  const stop = () => end(child, StopMs);
  try {
    await untilPrinted(child, 'Ready in', StartMs);
  } catch (failure) {
    await stop();
    throw failure;
  }

  return { origin: `http://127.0.0.1:${port}`, stop };
}
