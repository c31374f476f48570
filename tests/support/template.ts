import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openEmbedded } from '../../src/database/connect.ts';
import type { Connection } from '../../src/database/database.ts';

/** A data directory as a server leaves it after its first start: its database has all tables, and nobody in them. */
export const startedDirectory = (): string => {
  const folder = inject('templateFolder');
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync(join(folder, 'template'), copy, { recursive: true });
  return copy;
};

/** An embedded database with all tables, which goes with its closing. */
export const openStarted = async (): Promise<Connection> => {
  const directory = startedDirectory();
  const { close, ...connection } = await openEmbedded(join(directory, 'database'));
  return {
    ...connection,
    close: () => close().finally(() => rmSync(directory, { recursive: true, force: true })),
  };
};
