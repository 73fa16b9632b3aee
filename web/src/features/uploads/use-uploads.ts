'use client';
import { useEffect, useSyncExternalStore } from 'react';
import { useRefresh } from '@/api/queries';
import { useShop } from '@/api/shop';
import { type Upload, UploadQueue } from './upload-queue';
import { stepsTo } from './upload-steps';

// One queue per store and tab: leaving the page does not end an upload.
const queues = new Map<string, UploadQueue>();
const none: readonly Upload[] = [];
const changed = new Map<string, () => void>();

export function useUploads(): { queue: UploadQueue | undefined; uploads: readonly Upload[] } {
  const shop = useShop();
  const refresh = useRefresh();
  const queue = shop && queueOf(shop.id);
  const uploads = useSyncExternalStore(
    queue?.subscribe ?? (() => () => undefined),
    queue?.snapshot ?? (() => none),
    () => none,
  );
  useEffect(() => {
    if (shop) {
      changed.set(shop.id, () => void refresh());
    }
  });
  useEffect(() => {
    // Only this tab has the bytes until they are sent.
    const warn = (event: BeforeUnloadEvent) => {
      if (queue?.isBusy) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [queue]);
  return { queue, uploads };
}

function queueOf(shopId: string): UploadQueue {
  const queue = queues.get(shopId) ?? new UploadQueue(stepsTo(shopId), () => changed.get(shopId)?.());
  queues.set(shopId, queue);
  return queue;
}
