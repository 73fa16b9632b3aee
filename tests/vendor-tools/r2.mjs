import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const Client = fileURLToPath(new URL('node_modules/wrangler/wrangler-dist/cli.js', import.meta.url));
const WithoutWorkerd = fileURLToPath(new URL('without-workerd.cjs', import.meta.url));

/**
 * Sets a bucket's rules with wrangler, at an api of this machine that keeps them, and has wrangler list them again: a key
 * that it does not know is missing from its list.
 */
export async function checkBucket(what, text, file) {
  const api = await startApi();
  try {
    const set = await wrangler(api, what, 'set', 'a-bucket', '--file', resolve(file), '--force');
    if (set.code !== 0) {
      return [set.output];
    }

    const listed = await wrangler(api, what, 'list', 'a-bucket');
    const missing = values(JSON.parse(text)).filter((value) => !listed.output.toLowerCase().includes(value.toLowerCase()));
    return missing.map((value) => `wrangler does not list ${value} among the rules it has set:\n${listed.output}`);
  } finally {
    api.server.close();
  }
}

/** What the file says, without its keys: texts and numbers; a lifetime in seconds is listed in days. */
function values(part) {
  if (Array.isArray(part) || (part !== null && typeof part === 'object')) {
    return Object.values(part).flatMap(values);
  }

  return typeof part === 'string' && part !== 'Age' ? [part] : [];
}

function startApi() {
  let rules = [];
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      if (request.method === 'PUT') {
        rules = JSON.parse(Buffer.concat(parts).toString()).rules;
      }

      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ success: true, errors: [], messages: [], result: { rules } }));
    });
  });
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () => done({ server, url: `http://127.0.0.1:${server.address().port}` })),
  );
}

function wrangler(api, what, ...call) {
  const home = mkdtempSync(join(tmpdir(), 'wrangler-'));
  const environment = {
    PATH: process.env.PATH,
    HOME: home,
    CLOUDFLARE_API_BASE_URL: api.url,
    CLOUDFLARE_API_TOKEN: 'token',
    CLOUDFLARE_ACCOUNT_ID: 'account',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_LOG_PATH: home,
    NO_COLOR: '1',
  };
  return new Promise((done) =>
    execFile(
      process.execPath,
      ['--no-warnings', '--require', WithoutWorkerd, Client, 'r2', 'bucket', what, ...call],
      { env: environment, cwd: home },
      (error, output, errors) => done({ code: error ? (error.code ?? 1) : 0, output: `${output}${errors}` }),
    ),
  );
}
