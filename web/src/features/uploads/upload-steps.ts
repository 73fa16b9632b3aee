import { answer, api } from '@/api/client';
import { ApiError } from '@/api/error';
import { IdempotencyHeader } from '@/api/send';
import type { UploadSteps } from './upload-queue';

/** The steps of an upload: announce it, send it straight to the file store, complete it. */
export function stepsTo(shopId: string): UploadSteps {
  return {
    async digest(file) {
      const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
      return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    announce: (file, sha256, replaces, idempotencyKey) =>
      answer(
        api.POST('/v1/shops/{shopId}/documents', {
          params: { path: { shopId } },
          headers: { [IdempotencyHeader]: idempotencyKey },
          body: { fileName: file.name, sizeBytes: file.size, sha256, documentId: replaces },
        }),
      ),
    put,
    complete: (documentId, idempotencyKey) =>
      answer(
        api.POST('/v1/shops/{shopId}/documents/{documentId}/complete', {
          params: { path: { shopId, documentId } },
          headers: { [IdempotencyHeader]: idempotencyKey },
        }),
      ),
  };
}

/** Uses XMLHttpRequest, since fetch does not report the progress of an upload. */
const put: UploadSteps['put'] = (file, { url, headers }, onSent) =>
  new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }

    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () =>
      request.status < 300 ? done() : fail(new ApiError(request.status, 'UNREADABLE', request.statusText));
    request.onerror = () =>
      fail(new ApiError(0, navigator.onLine === false ? 'OFFLINE' : 'UNREACHABLE', 'File storage is not responding.'));
    request.send(file);
  });
