'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { serverEvents } from '@/api/events';
import { useShop } from '@/api/shop';

const ReconnectMs = 5_000;
/** Lets the page's own requests go first. */
const InitialDelayMs = 1_000;
/** Many documents may finish in one second; the lists reload once for all of them. */
const BatchMs = 500;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Reloads the data on the screen when the store changes. Pages do not depend on it: lists poll, too, and a broken
 * stream is opened again.
 */
export function LiveUpdates() {
  const shopId = useShop()?.id;
  const client = useQueryClient();
  useEffect(() => {
    if (shopId === undefined) {
      return;
    }

    let end = new AbortController();
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        void client.invalidateQueries({ queryKey: [shopId] });
      }, BatchMs);
    };
    const listen = async ({ signal }: AbortController) => {
      await pause(InitialDelayMs);
      while (!signal.aborted) {
        try {
          const url = new URL(`/v1/shops/${shopId}/events`, window.location.origin).href;
          for await (const _ of serverEvents(url, signal)) {
            // This includes "ready", since changes from before the stream began are not reported otherwise.
            refresh();
          }
        } catch {
          // The pages' own requests report the problem; the stream only reconnects.
        }

        await pause(ReconnectMs);
      }
    };
    // A browser opens six connections per host for all tabs, so only the visible tab keeps one.
    const follow = () => {
      end.abort();
      if (document.visibilityState === 'visible') {
        end = new AbortController();
        void listen(end);
      }
    };
    const onVisibility = () => {
      follow();
      refresh();
    };
    follow();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      clearTimeout(gathering);
      end.abort();
    };
  }, [shopId, client]);
  return null;
}
