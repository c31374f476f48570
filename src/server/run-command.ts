import { existsSync } from 'node:fs';
import { describeError } from './logging/describe-error.ts';

/** A reason why the server can't start. The message says how to fix it. */
export class StartError extends Error {}

/** Prints a line for the person at the terminal. Names from Codat could contain line breaks, and so forge lines. */
export const say = (line: string): void => {
  process.stdout.write(`${line.replace(/\p{Cc}/gu, ' ')}\n`);
};

const describe = (error: unknown): string =>
  error instanceof StartError ? error.message : JSON.stringify(describeError(error), null, 2);

/** Runs a command with the environment of `.env`. Prints what prevents it and exits with 1. */
export const runCommand = async (command: () => Promise<void>): Promise<void> => {
  try {
    if (existsSync('.env')) process.loadEnvFile();
    await command();
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exit(1);
  }
};
