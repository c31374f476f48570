import { pino } from 'pino';
import type { Log } from '../../api/log.ts';
import type { Config } from '../config.ts';
import { describeError, withoutData } from './describe-error.ts';

/** The server’s log: a line of JSON for each entry, and no personal data or secrets in it. */
export const createLog = ({ LOG_LEVEL }: Pick<Config, 'LOG_LEVEL'>) =>
  pino({
    level: LOG_LEVEL,
    base: null,
    serializers: { err: (error: unknown) => describeError(error), problem: withoutDataIn },
  });

const withoutDataIn = (value: unknown) => (typeof value === 'string' ? withoutData(value) : value);

const METHODS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

/** Lets libraries that print to the console print to the log instead. What they print besides text is left out. */
export const divertConsole = (log: Log): void => {
  for (const method of METHODS)
    console[method] = (...parts: unknown[]) => {
      const err = parts.find((part) => part instanceof Error);
      const text = parts.filter((part) => typeof part === 'string').join(' ');
      log.warn({ text: withoutData(text), ...(err && { err }) }, 'printed by a library');
    };
};
