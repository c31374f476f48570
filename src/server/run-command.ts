import { existsSync } from 'node:fs';
import { StartError } from './start-error.ts';

/** Prints a line for the person at the terminal. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Runs a command with the environment of `.env`; what prevents it is told in one sentence. */
export const runCommand = async (command: () => Promise<void>): Promise<void> => {
  try {
    if (existsSync('.env')) process.loadEnvFile();
    await command();
  } catch (error) {
    const known = error instanceof StartError;
    process.stderr.write(`${known ? error.message : (error as Error).stack}\n`);
    process.exit(1);
  }
};
