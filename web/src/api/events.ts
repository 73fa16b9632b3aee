import { send } from './client';

export interface ServerEvent {
  name: string;
  data: string;
}

/**
 * Reads server-sent events by fetch, since EventSource cannot send a token. Ends when the server closes the stream;
 * throws ApiError.
 */
export async function* serverEvents(url: string, signal: AbortSignal): AsyncGenerator<ServerEvent> {
  const response = await send(new Request(url, { headers: { Accept: 'text/event-stream' }, signal }));
  if (response.body === null) {
    return;
  }

  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }

    buffer += value;
    const blocks = buffer.split('\n\n');
    buffer = blocks.pop() ?? '';
    yield* blocks.map(eventOf).filter((event) => event !== null);
  }
}

/** Parses one block of the stream; null for a comment. */
export function eventOf(block: string): ServerEvent | null {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [field = '', ...rest] = line.split(':');
    const value = rest.join(':').replace(/^ /, '');
    if (field === 'event') {
      name = value;
    } else if (field === 'data') {
      data.push(value);
    }
  }

  return data.length === 0 && name === 'message' ? null : { name, data: data.join('\n') };
}
