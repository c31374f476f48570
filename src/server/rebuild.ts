import { rebuild } from '../database/folding/rebuild.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './open-database.ts';
import { runCommand, say } from './run-command.ts';

await runCommand(async () => {
  const { jobs, close } = await openDatabase(readConfig(process.env), () => {});
  const { customers, differing, changes } = await rebuild(jobs);
  await close();
  for (const id of differing) say(`Different: ${id}`);
  for (const [what, count] of [...changes].sort(([, a], [, b]) => b - a))
    say(`Changed: ${what}, of ${count} ${count === 1 ? 'customer' : 'customers'}`);
  say(`Rebuilt ${customers} customers. ${differing.length} differences.`);
  if (differing.length > 0) process.exitCode = 1;
});
