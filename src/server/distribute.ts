import { Client } from 'pg';
import { distribute, NotDistributable } from '../database/postgres/distribute.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './open-database.ts';
import { runCommand, StartError, say } from './run-command.ts';

await runCommand(async () => {
  const config = readConfig(process.env);
  if (!config.DATABASE_URL)
    throw new StartError('Set DATABASE_URL. The embedded database has only one machine.');
  // Migrates first.
  await (await openDatabase(config, () => {})).close();
  // Without the time limits of the server’s own connections: large tables take a while.
  const client = new Client({ connectionString: config.DATABASE_URL });
  await client.connect();
  try {
    await distribute(client, say);
    say('Distributed. Start the servers again.');
  } catch (error) {
    throw error instanceof NotDistributable ? new StartError(error.message) : error;
  } finally {
    await client.end();
  }
});
