import { errorTarget } from './target';

/** Gives the page its error target in an element, since an inline script would need a hash of its own. */
export function ErrorTargetMeta() {
  return (
    <meta
      name="leakwatch-errors"
      content={errorTarget.dsn}
      data-environment={errorTarget.environment}
      data-release={errorTarget.release}
    />
  );
}
