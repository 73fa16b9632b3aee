import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/error';
import { Accepted, UploadQueue, type UploadSteps } from './upload-queue';

const file = (name: string, size = 3) => Object.defineProperty(new File(['abc'], name), 'size', { value: size });
const steps = (changes: Partial<UploadSteps> = {}): UploadSteps => ({
  digest: async () => 'a'.repeat(64),
  announce: async ({ name }) => ({
    documentId: `id-${name}`,
    alreadyUploaded: false,
    upload: { url: '/put', headers: {} },
  }),
  put: async () => undefined,
  complete: async () => undefined,
  pause: async () => undefined,
  ...changes,
});
const ended = (queue: UploadQueue) => vi.waitFor(() => expect(queue.isBusy).toBe(false));
const phases = (queue: UploadQueue) => queue.snapshot().map((upload) => upload.phase);

describe('the upload queue', () => {
  it('announces, sends and completes each file', async () => {
    const calls: string[] = [];
    const queue = new UploadQueue(
      steps({
        put: async ({ name }) => void calls.push(`put ${name}`),
        complete: async (id) => void calls.push(`complete ${id}`),
      }),
    );
    queue.add([file('a.pdf')]);
    await ended(queue);
    expect(calls).toEqual(['put a.pdf', 'complete id-a.pdf']);
    expect(queue.snapshot()[0]).toMatchObject({ phase: 'sent', documentId: 'id-a.pdf', sentBytes: 3 });
  });

  it('uploads three at a time until all have arrived', async () => {
    let now = 0;
    let peak = 0;
    const queue = new UploadQueue(
      steps({
        put: async () => {
          now += 1;
          peak = Math.max(peak, now);
          await Promise.resolve();
          now -= 1;
        },
      }),
    );
    queue.add(Array.from({ length: 10 }, (_, index) => file(`${index}.pdf`)));
    await vi.waitFor(() => expect(phases(queue).every((phase) => phase === 'sent')).toBe(true));
    expect(peak).toBe(3);
  });

  it('does not send bytes that the store already has', async () => {
    const put = vi.fn();
    const queue = new UploadQueue(
      steps({ put, announce: async () => ({ documentId: 'old', alreadyUploaded: true, upload: null }) }),
    );
    queue.add([file('a.pdf')]);
    await ended(queue);
    expect(phases(queue)).toEqual(['same']);
    expect(put).not.toHaveBeenCalled();
  });

  it('refuses a file that is empty or too large without a request', async () => {
    const announce = vi.fn();
    const queue = new UploadQueue(steps({ announce }));
    queue.add([file('empty.pdf', 0), file('big.pdf', 20_971_521)]);
    await ended(queue);
    expect(queue.snapshot().map((upload) => upload.error?.code)).toEqual(['FILE_EMPTY', 'FILE_TOO_LARGE']);
    expect(announce).not.toHaveBeenCalled();
  });

  it('accepts a file of exactly 20 MB', async () => {
    const queue = new UploadQueue(steps());
    queue.add([file('big.pdf', 20_971_520)]);
    await ended(queue);
    expect(phases(queue)).toEqual(['sent']);
  });

  it('retries three times, waits longer each time, and gives up', async () => {
    const waits: number[] = [];
    const put = vi.fn(async () => {
      throw new ApiError(503, 'STORE_UNAVAILABLE', 'Not now.');
    });
    const queue = new UploadQueue(steps({ put, pause: async (ms) => void waits.push(ms) }));
    queue.add([file('a.pdf')]);
    await ended(queue);
    expect(queue.snapshot()[0]).toMatchObject({ phase: 'failed', error: { code: 'STORE_UNAVAILABLE' } });
    expect(put).toHaveBeenCalledTimes(4);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('sends a file whose fourth attempt succeeds', async () => {
    let attempts = 0;
    const queue = new UploadQueue(
      steps({
        put: async () => {
          attempts += 1;
          if (attempts < 4) {
            throw new ApiError(0, 'UNREACHABLE', 'No answer.');
          }
        },
      }),
    );
    queue.add([file('a.pdf')]);
    await ended(queue);
    expect(phases(queue)).toEqual(['sent']);
    expect(attempts).toBe(4);
  });

  it('does not retry what was refused', async () => {
    const put = vi.fn(async () => {
      throw new ApiError(403, 'UNREADABLE', 'Forbidden');
    });
    const queue = new UploadQueue(steps({ put }));
    queue.add([file('a.pdf')]);
    await ended(queue);
    expect(put).toHaveBeenCalledOnce();
  });

  it('waits as long as the api asks, then continues', async () => {
    const waits: number[] = [];
    let tries = 0;
    const queue = new UploadQueue(
      steps({
        pause: async (ms) => void waits.push(ms),
        complete: async () => {
          tries += 1;
          if (tries === 1) {
            throw new ApiError(429, 'RATE_LIMIT_EXCEEDED', 'Slower.', {}, undefined, 7);
          }
        },
      }),
    );
    queue.add([file('a.pdf')]);
    await ended(queue);
    expect(phases(queue)).toEqual(['sent']);
    expect(waits).toEqual([7000]);
  });

  it('retries with the same key, so that a lost response does not announce a second document', async () => {
    const keys: string[] = [];
    const queue = new UploadQueue(
      steps({
        announce: async (_file, _sha256, _replaces, idempotencyKey) => {
          keys.push(idempotencyKey);
          if (keys.length === 1) {
            throw new ApiError(0, 'UNREACHABLE', 'No answer.');
          }

          return { documentId: 'id', alreadyUploaded: false, upload: { url: '/put', headers: {} } };
        },
        complete: async (_id, idempotencyKey) => void keys.push(idempotencyKey),
      }),
    );
    queue.add([file('a.pdf')]);
    await ended(queue);
    expect(keys).toHaveLength(3);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('a failed file can be tried again, as the document it was announced as', async () => {
    let isBroken = true;
    const replaced: (string | undefined)[] = [];
    const queue = new UploadQueue(
      steps({
        announce: async (_file, _sha256, replaces) => {
          replaced.push(replaces);
          return { documentId: 'id', alreadyUploaded: false, upload: { url: '/put', headers: {} } };
        },
        put: async () => {
          if (isBroken) {
            throw new ApiError(403, 'UNREADABLE', 'Forbidden');
          }
        },
      }),
    );
    queue.add([file('a.pdf')]);
    await ended(queue);
    expect(phases(queue)).toEqual(['failed']);
    isBroken = false;
    queue.retry(queue.snapshot()[0]?.key ?? 0);
    await ended(queue);
    expect(phases(queue)).toEqual(['sent']);
    expect(replaced).toEqual([undefined, 'id']);
  });

  it('stops at the plan’s limit instead of trying every file', async () => {
    const announce = vi.fn(async () => {
      throw new ApiError(402, 'UPLOAD_LIMIT_EXCEEDED', 'Full.');
    });
    const queue = new UploadQueue(steps({ announce }));
    queue.add(Array.from({ length: 20 }, (_, index) => file(`${index}.pdf`)));
    await ended(queue);
    expect(phases(queue).every((phase) => phase === 'failed')).toBe(true);
    expect(announce.mock.calls.length).toBeLessThanOrEqual(3);
  });
});

it('the file dialog offers the kinds that can be read', () => {
  expect(Accepted.split(',')).toEqual([
    '.pdf',
    '.png',
    '.jpg',
    '.jpeg',
    '.csv',
    '.tsv',
    '.xml',
    '.eml',
    '.zip',
    '.txt',
  ]);
});
