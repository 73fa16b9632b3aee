import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

/** Resolves once the program prints `text`; rejects when it ends before that or takes too long. */
export function untilPrinted(child: ChildProcess, text: string, maxMs: number): Promise<void> {
  const program = child.spawnargs.slice(0, 3).join(' ');
  return new Promise((done, fail) => {
    let output = '';
    const timer = setTimeout(() => fail(new Error(`${program} was not ready in time:\n${output}`)), maxMs);
    const listen = (part: string) => {
      output += part;
      if (output.includes(text)) {
        clearTimeout(timer);
        done();
      }
    };
    child.stdout?.setEncoding('utf8').on('data', listen);
    child.stderr?.setEncoding('utf8').on('data', listen);
    child.once('error', fail);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`${program} ended with ${code}:\n${output}`));
    });
  });
}

/** Ends a program and waits for it. Without `graceMs` it is killed, which suits programs that store nothing. */
export async function end(child: ChildProcess, graceMs?: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
    return;
  }

  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill(graceMs === undefined ? 'SIGKILL' : 'SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(timer);
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
