import type { Log } from '../api/log.ts';

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** What the other end of a connection can cause at any moment: it went away. Nothing of ours is half done. */
const HARMLESS = new Set<unknown>(['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);

/**
 * Catches what nothing else has caught.
 *
 * A promise that nobody waits for leaves no code behind that counts on it: the failure is logged, and the process goes
 * on. After an exception that nothing caught, code was left halfway, and nobody knows what state it is in: the process
 * stops in an orderly way, with exit code 1, and its supervisor starts it again. Connections that went away are
 * the exception. https://nodejs.org/api/process.html#warning-using-uncaughtexception-correctly
 */
export const spreadLastNet = (log: Log, stop: (exitCode: number) => void): void => {
  process.on('unhandledRejection', (reason) => {
    log.error({ err: reason }, 'unhandled rejection');
  });
  process.on('uncaughtException', (error) => {
    if (HARMLESS.has(codeOf(error))) {
      log.warn({ err: error }, 'a connection went away');
      return;
    }
    log.error({ err: error }, 'uncaught exception');
    stop(1);
  });
  // The reader of our output may go away as well. There is nowhere left to say so.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
};
