import type { components } from './schema';

export type Problem = components['schemas']['Problem'];

/** What the browser itself reports, next to the codes of docs/errors.md. */
export type LocalCode = 'OFFLINE' | 'UNREACHABLE' | 'UNREADABLE';

/** A failure that was explained. Switch on `code`, which is stable; `message` is for people. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** By field of the request, camelCase. */
    readonly fields: Readonly<Record<string, readonly string[]>> = {},
    /** Finds the request in the logs. */
    readonly traceId?: string,
    /** As long as the api asked to wait. */
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** Nothing reached the api, or nothing came back. */
  get isConnection(): boolean {
    return this.status === 0;
  }

  /** Whether the same request may succeed a moment later. */
  get isPassing(): boolean {
    return this.isConnection || this.status === 429 || this.status >= 500;
  }
}

export async function errorOf(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return new ApiError(
    response.status,
    problem.code ?? 'UNREADABLE',
    problem.title ?? response.statusText,
    (problem.errors as Record<string, string[]> | undefined) ?? {},
    problem.traceId ?? response.headers.get('X-Request-Id') ?? undefined,
    secondsOf(response.headers.get('Retry-After')),
  );
}

function secondsOf(header: string | null): number | undefined {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) ? seconds : undefined;
}
