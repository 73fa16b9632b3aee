import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { promisify } from 'node:util';

export interface Row {
  what: string;
  measured: string;
  target: string;
}

/** The machine and the rows, in the form of docs/benchmarks.md. */
export function report(rows: readonly Row[], chromium: string): string {
  const os = existsSync('/etc/os-release')
    ? /PRETTY_NAME="(.*)"/.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]
    : '';
  const load = readFileSync('/proc/loadavg', 'utf8').split(' ')[1];
  const machine = [
    os,
    `${cpus().length} cores (${cpus()[0]?.model.trim()})`,
    `${Math.floor(totalmem() / 2 ** 30)} GiB`,
    `Node.js ${process.versions.node}`,
    `Chromium ${chromium}`,
    `load average ${load} over the last five minutes`,
  ].join(', ');
  const lines = rows.map((row) => `| ${row.what} | ${row.measured} | ${row.target} |`);
  return [machine, '', '| what | measured | target |', '| --- | ---: | ---: |', ...lines, ''].join('\n');
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Runs a program and returns its output. */
export async function run(program: string, call: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
  return (await promisify(execFile)(program, call, { env: environment, maxBuffer: 64 * 2 ** 20 })).stdout;
}
