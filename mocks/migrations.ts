import type { MigrationMeta } from 'drizzle-orm/migrator';
import journal from '../src/database/migrations/meta/_journal.json' with { type: 'json' };

const FOLDER = '../src/database/migrations';

const files = import.meta.glob<string>('../src/database/migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const read = (tag: string): string => {
  const text = files[`${FOLDER}/${tag}.sql`];
  if (text === undefined)
    throw new Error(`The migration ${tag} is in the journal, but its file is missing.`);
  return text;
};

/** The server's migrations, bundled for a browser, which can't read them from a directory. */
export const migrations: MigrationMeta[] = journal.entries.map(({ tag, when, breakpoints }) => ({
  sql: read(tag).split('--> statement-breakpoint'),
  folderMillis: when,
  hash: tag,
  bps: breakpoints,
}));
