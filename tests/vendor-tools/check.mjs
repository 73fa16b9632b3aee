// Checks a file of a deployment with the vendor's own client or schema: node check.mjs KIND FILE
// Prints one finding a line and exits with 1 when there are any. README.md says which version checks what.
import { readFileSync } from 'node:fs';
import { checkCompose } from './compose.mjs';
import { checkFly } from './fly.mjs';
import { checkBucket } from './r2.mjs';
import { checkShopify } from './shopify.mjs';
import { checkVercel } from './vercel.mjs';
import { checkWorkflow } from './workflow.mjs';

const checks = {
  compose: checkCompose,
  cors: (text, file) => checkBucket('cors', text, file),
  fly: checkFly,
  lifecycle: (text, file) => checkBucket('lifecycle', text, file),
  shopify: checkShopify,
  vercel: checkVercel,
  workflow: checkWorkflow,
};

const [kind, file] = process.argv.slice(2);
const check = checks[kind];
if (!check || !file) {
  console.error(`node check.mjs KIND FILE, where KIND is one of ${Object.keys(checks).join(', ')}`);
  process.exit(2);
}

const findings = await check(readFileSync(file, 'utf8'), file);
for (const finding of findings) {
  console.log(finding);
}

process.exit(findings.length > 0 ? 1 : 0);
