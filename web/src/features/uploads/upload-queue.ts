import { ApiError } from '@/api/error';

export type UploadPhase = 'queued' | 'checking' | 'sending' | 'sent' | 'same' | 'failed';

export interface Upload {
  key: number;
  name: string;
  sizeBytes: number;
  phase: UploadPhase;
  sentBytes: number;
  /** Known once the upload has been announced. */
  documentId?: string;
  /** The document of which it is a new version. */
  replaces?: string;
  error?: ApiError;
}

export interface UploadSteps {
  /** SHA-256, lower-case hex. */
  digest(file: File): Promise<string>;
  /** @param idempotencyKey Attempts with the same key announce one document. */
  announce(file: File, sha256: string, replaces: string | undefined, idempotencyKey: string): Promise<Announced>;
  put(file: File, to: { url: string; headers: Record<string, string> }, onSent: (bytes: number) => void): Promise<void>;
  complete(documentId: string, idempotencyKey: string): Promise<void>;
  pause?(ms: number): Promise<void>;
}

export interface Announced {
  documentId: string;
  alreadyUploaded: boolean;
  upload: { url: string; headers: Record<string, string> } | null;
}

/** The kinds that the file dialog offers. */
export const Accepted = '.pdf,.png,.jpg,.jpeg,.csv,.tsv,.xml,.eml,.zip,.txt';
const MaxBytes = 20 * 1024 * 1024;
const MaxConcurrentUploads = 3;
const MaxAttempts = 4;

/** Uploads files, a few at a time. It lives as long as the tab, whichever page is open. */
export class UploadQueue {
  private uploads: readonly Upload[] = [];
  private readonly files = new Map<number, { file: File; replaces?: string }>();
  private readonly listeners = new Set<() => void>();
  private lastKey = 0;
  private running = 0;

  constructor(
    private readonly steps: UploadSteps,
    private readonly onChange: () => void = () => undefined,
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly snapshot = () => this.uploads;

  get isBusy(): boolean {
    return this.running > 0;
  }

  /** @param replaces The document of which the file is a new version. */
  add(files: readonly File[], replaces?: string): void {
    const added = files.map((file): Upload => {
      this.lastKey += 1;
      this.files.set(this.lastKey, { file, replaces });
      return {
        key: this.lastKey,
        name: file.name,
        sizeBytes: file.size,
        phase: 'queued',
        sentBytes: 0,
        replaces,
      };
    });
    this.set([...this.uploads, ...added]);
    this.pump();
  }

  retry(key: number): void {
    this.change(key, { phase: 'queued', error: undefined, sentBytes: 0 });
    this.pump();
  }

  remove(key: number): void {
    this.files.delete(key);
    this.set(this.uploads.filter((upload) => upload.key !== key));
  }

  private pump(): void {
    while (this.running < MaxConcurrentUploads) {
      const next = this.uploads.find((upload) => upload.phase === 'queued');
      if (next === undefined) {
        return;
      }

      this.running += 1;
      this.change(next.key, { phase: 'checking' });
      void this.run(next.key).finally(() => {
        this.running -= 1;
        this.onChange();
        this.pump();
      });
    }
  }

  private async run(key: number): Promise<void> {
    const kept = this.files.get(key);
    if (kept === undefined) {
      return;
    }

    const { file, replaces } = kept;
    try {
      if (file.size === 0 || file.size > MaxBytes) {
        throw new ApiError(400, file.size === 0 ? 'FILE_EMPTY' : 'FILE_TOO_LARGE', file.name);
      }

      const sha256 = await this.steps.digest(file);
      const announced = await this.withRetry((idempotencyKey) =>
        this.steps.announce(file, sha256, replaces, idempotencyKey),
      );
      this.change(key, { documentId: announced.documentId });
      // A retry by the visitor is a new version of the announced document, not another document.
      this.files.set(key, { file, replaces: announced.documentId });
      const { upload } = announced;
      if (announced.alreadyUploaded || upload === null) {
        this.change(key, { phase: 'same' });
      } else {
        this.change(key, { phase: 'sending' });
        await this.withRetry(() => this.steps.put(file, upload, (sentBytes) => this.change(key, { sentBytes })));
        await this.withRetry((idempotencyKey) => this.steps.complete(announced.documentId, idempotencyKey));
        this.change(key, { phase: 'sent', sentBytes: file.size });
      }

      this.files.delete(key);
    } catch (failure) {
      const error = failure instanceof ApiError ? failure : new ApiError(0, 'UNREADABLE', String(failure));
      this.change(key, { phase: 'failed', error });
      if (error.code === 'UPLOAD_LIMIT_EXCEEDED') {
        // Every other file would be refused, too.
        this.set(
          this.uploads.map((other) => (other.phase === 'queued' ? { ...other, phase: 'failed', error } : other)),
        );
      }
    }
  }

  /**
   * Retries what may succeed a moment later, after the wait that the api asks for. All attempts share one key, since a
   * request may arrive although its response does not.
   */
  private async withRetry<T>(step: (idempotencyKey: string) => Promise<T>): Promise<T> {
    const idempotencyKey = crypto.randomUUID();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await step(idempotencyKey);
      } catch (failure) {
        if (!(failure instanceof ApiError) || !failure.isPassing || attempt === MaxAttempts) {
          throw failure;
        }

        const seconds = failure.retryAfterSeconds ?? 0.5 * 2 ** attempt;
        await (this.steps.pause ?? pause)(seconds * 1000);
      }
    }
  }

  private change(key: number, change: Partial<Upload>): void {
    this.set(this.uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }

  private set(uploads: readonly Upload[]): void {
    this.uploads = uploads;
    for (const listener of this.listeners) {
      listener();
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
