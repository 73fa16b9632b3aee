const Needed = {
  SHOPIFY_API_KEY: 'without it no page can be embedded in the admin',
  API_ORIGIN: 'without it pages would look for the api on the build machine',
};

/**
 * Names the variables that a build on Vercel lacks, in one sentence; null elsewhere and when nothing is missing.
 * @param {Record<string, string | undefined>} environment Vercel sets VERCEL=1 in every build.
 */
export function missingOnVercel(environment) {
  const names = environment.VERCEL === '1' ? Object.keys(Needed).filter((name) => !environment[name]?.trim()) : [];
  const reasons = names.map((name) => `${name} is not set (${Needed[name]})`);
  return reasons.length > 0
    ? `${reasons.join(', and ')}: set it for this environment in the project's settings and deploy again.`
    : null;
}
