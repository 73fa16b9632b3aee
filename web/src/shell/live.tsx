'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { serverEvents } from '@/api/events';
import { useShop } from '@/api/shop';

const ReconnectMs = 5_000;
/** After the page's own requests. */
const InitialDelayMs = 1_000;
/** Many documents finish in one second; the lists are asked once for all of them. */
const BatchMs = 500;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Listens to what changes in the store and asks the questions on the screen anew. Only a help: every list can also poll, and a stream
 * that breaks is opened again.
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
            // "ready" too: what changed before the stream began is told by nobody else.
            refresh();
          }
        } catch {
          // Whatever it was, the pages' own questions report it; the stream is only tried again.
        }

        await pause(ReconnectMs);
      }
    };
    // A browser has six connections to us, whatever the number of tabs: only the one that is looked at keeps one.
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
