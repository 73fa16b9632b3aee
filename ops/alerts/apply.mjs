// Brings the rules of this folder to Sentry. Without --apply it only says what it would do, and asks nobody.
import { readdir, readFile } from 'node:fs/promises';

const folder = new URL('.', import.meta.url);
const applies = process.argv.includes('--apply');
const setting = (name, otherwise) => process.env[name] || otherwise;
const environment = setting('SENTRY_ENVIRONMENT', 'production');
const base = `${setting('SENTRY_URL', 'https://sentry.io').replace(/\/+$/, '')}/api/0`;

/** Missing variables are named all at once; a dry run shows them as they stand. */
function filled(value, missing) {
  return JSON.parse(
    JSON.stringify(value).replace(/\$([A-Z_]+)/g, (as, name) => {
      if (!process.env[name]) {
        missing.add(name);
        return as;
      }

      return JSON.stringify(process.env[name]).slice(1, -1);
    }),
  );
}

async function rules() {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const missing = new Set();
  const read = [];
  for (const file of files) {
    const { kind, project, rule, ...rest } = JSON.parse(await readFile(new URL(file, folder), 'utf8'));
    if (!['issue', 'metric'].includes(kind) || !['api', 'worker', 'web'].includes(project) || !rule?.name || Object.keys(rest).length > 0) {
      throw new Error(`${file} is no rule: it has kind (issue, metric), project (api, worker, web) and rule with a name, and nothing else.`);
    }

    const slug = setting(`SENTRY_PROJECT_${project.toUpperCase()}`, `leakwatch-${project}`);
    const body = { ...filled(rule, missing), environment, ...(kind === 'metric' ? { projects: [slug] } : {}) };
    const path = kind === 'metric' ? `organizations/${setting('SENTRY_ORG', '$SENTRY_ORG')}/alert-rules/` : `projects/${setting('SENTRY_ORG', '$SENTRY_ORG')}/${slug}/rules/`;
    read.push({ file, path, body });
  }

  return { read, missing };
}

async function ask(method, path, body) {
  const answer = await fetch(`${base}/${path}`, {
    method,
    headers: { Authorization: `Bearer ${process.env.SENTRY_AUTH_TOKEN}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${path} was answered with ${answer.status}: ${text.slice(0, 500)}`);
  }

  return { content: JSON.parse(text), next: answer.headers.get('link')?.match(/<[^>]*[?&]cursor=([^&>]+)[^>]*>; rel="next"; results="true"/)?.[1] };
}

/** All pages: a rule on the second would otherwise be made again. */
async function existing(path) {
  const found = [];
  let cursor = '';
  do {
    const page = await ask('GET', cursor ? `${path}?cursor=${cursor}` : path);
    found.push(...page.content);
    cursor = page.next ?? '';
  } while (cursor);
  return found;
}

const { read, missing } = await rules();
if (!applies) {
  for (const { file, path, body } of read) {
    console.log(`would bring ${file} to ${path}\n${JSON.stringify(body, null, 2)}`);
  }

  console.log(`${read.length} rules; nothing was changed. With --apply they are brought to ${base}.`);
} else {
  for (const name of ['SENTRY_ORG', 'SENTRY_AUTH_TOKEN']) {
    if (!process.env[name]) {
      missing.add(name);
    }
  }

  if (missing.size > 0) {
    console.error(`apply: ${[...missing].sort().join(', ')} must be set; ops/alerts/README.md says what they are.`);
    process.exit(3);
  }

  for (const { file, path, body } of read) {
    const known = (await existing(path)).find((rule) => rule.name === body.name);
    await ask(known ? 'PUT' : 'POST', known ? `${path}${known.id}/` : path, body);
    console.log(`${known ? 'changed' : 'made'} ${file}: ${body.name}`);
  }
}
