import { existsSync } from 'node:fs';

/** A reason why the server can't start. The message says how to fix it. */
export class StartError extends Error {}

/** Prints a line for the person at the terminal. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const describe = (error: unknown): string => {
  if (error instanceof StartError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

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
