import type { components } from './schema';

export type Problem = components['schemas']['Problem'];

/** Codes that the browser adds to those of docs/errors.md. */
export type LocalCode = 'OFFLINE' | 'UNREACHABLE' | 'UNREADABLE';

/** An error with an explanation. Switch on `code`, which is stable; `message` is for people. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Messages by field of the request, in camelCase. */
    readonly fields: Readonly<Record<string, readonly string[]>> = {},
    /** Identifies the request in the logs. */
    readonly traceId?: string,
    /** The wait that the api asks for. */
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** The api was not reached, or its response did not arrive. */
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
