import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const NET = new URL('./last-net.ts', import.meta.url).href;

/** Runs code in a process of its own that has the net, and ends it after a moment if it goes on. */
const run = (code: string) => {
  const script = `
    const { spreadLastNet } = await import('${NET}');
    const log = (level) => ({ err }, message) => process.stdout.write(level + ': ' + message + ': ' + err.message + '\\n');
    const stop = (code) => { process.stdout.write('stopped\\n'); process.exit(code); };
    spreadLastNet({ info: log('info'), warn: log('warn'), error: log('error') }, stop);
    setTimeout(() => process.exit(0), 200);
    ${code}`;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  return [status, stdout.trim()];
};

it.each([
  [
    'goes on after a rejection that nobody handles',
    'Promise.reject(new Error("No."));',
    [0, 'error: unhandled rejection: No.'],
  ],
  [
    'goes on after a connection went away',
    'setTimeout(() => { throw Object.assign(new Error("Gone."), { code: "ECONNRESET" }); });',
    [0, 'warn: a connection went away: Gone.'],
  ],
  [
    'stops with exit code 1 after an exception that nothing caught',
    'setTimeout(() => { throw new Error("No."); });',
    [1, 'error: uncaught exception: No.\nstopped'],
  ],
])('the process %s', (_, code, expected) => {
  expect(run(code)).toEqual(expected);
});
