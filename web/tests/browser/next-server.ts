import { spawn } from 'node:child_process';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { end, untilPrinted } from './processes';

const web = resolve(import.meta.dirname, '../..');
/** The built server: `./lw web server`. */
const Built = process.env.LW_NEXT_BUILT ?? '.next-server';
/** The api's address in the build; next.config.ts has the same default. */
const BuiltFor = 'http://127.0.0.1:4000/';
/** The placeholder for the Sentry project in the build; `./lw` has the same. */
const BuiltForSentry = '__LEAKWATCH_SENTRY_DSN_WEB__';
const BuiltAs = 'leakwatch@local';
const StartMs = 30_000;

/**
 * Starts the Next server on a port in front of the api at `api`.
 * @param sentry The project for errors of pages; empty to report none.
 * @param release The release in the reports.
 */
export async function startNext(
  api: string,
  port: number,
  sentry: string,
  release = BuiltAs,
): Promise<{ origin: string; stop(): Promise<void> }> {
  // The build contains these addresses, so each server runs a copy of it.
  const folder = `.next-${port}`;
  await cp(join(web, Built), join(web, folder), { recursive: true });
  const manifest = join(web, folder, 'routes-manifest.json');
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replaceAll(BuiltFor, `${api}/`));
  await replaceInPages(join(web, folder, 'server'), [
    [BuiltForSentry, sentry],
    [BuiltAs, release],
  ]);
  const child = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', String(port)],
    {
      cwd: web,
      env: { ...process.env, NODE_ENV: 'production', LW_NEXT_FOLDER: folder, NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const stop = async () => {
    await end(child);
    await rm(join(web, folder), { recursive: true, force: true });
  };
  try {
    await untilPrinted(child, 'Ready in', StartMs);
  } catch (failure) {
    await stop();
    throw failure;
  }

  return { origin: `http://127.0.0.1:${port}`, stop };
}

async function replaceInPages(folder: string, texts: [text: string, by: string][]): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const content = entry.isFile() && /\.(html|rsc|js|body)$/.test(file) ? await readFile(file, 'utf8') : '';
    const replaced = texts.reduce((changed, [text, by]) => changed.replaceAll(text, by), content);
    if (replaced !== content) {
      await writeFile(file, replaced);
    }
  }
}
