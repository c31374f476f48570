import { openPostgres } from '../../src/database/connect.ts';
import { startMailing } from './mailing.ts';

/** A server that does nothing but deliver e-mails, to be killed: the database and the mail server are its arguments. */
const [, , databaseUrl = '', smtpUrl = ''] = process.argv;
await startMailing(await openPostgres(databaseUrl, () => {}), smtpUrl);
