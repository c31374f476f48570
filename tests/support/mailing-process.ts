import { openPostgres } from '../../src/database/connect.ts';
import { startMailing } from './mailing.ts';

/** A process that only delivers emails, for tests that kill it. Its arguments are the database and the mail server. */
const [, , databaseUrl = '', smtpUrl = ''] = process.argv;
await startMailing(await openPostgres(databaseUrl, () => {}), smtpUrl);
