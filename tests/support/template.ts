import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openEmbedded } from '../../src/database/connect.ts';
import type { Connection } from '../../src/database/database.ts';

/** Copies the template’s data directory, whose database has all tables but no users. Returns its path. */
export const startedDirectory = (): string => {
  const folder = inject('templateFolder');
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync(join(folder, 'template'), copy, { recursive: true });
  return copy;
};

/** Opens an embedded database with all tables, which is deleted when closed. */
export const openStarted = async (): Promise<Connection> => {
  const directory = startedDirectory();
  const { close, ...connection } = await openEmbedded({
    directory: join(directory, 'database'),
    // Tests have few rows, and open many databases.
    buffers: 16,
  });
  return {
    ...connection,
    close: () => close().finally(() => rmSync(directory, { recursive: true, force: true })),
  };
};
