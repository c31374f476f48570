import { readConfig } from './config.ts';
import { openHost } from './host.ts';
import { listen } from './listen.ts';
import { runCommand, say } from './run-command.ts';
import { stopOnSignal } from './stop.ts';

await runCommand(async () => {
  const config = readConfig(process.env);
  if (!config.CODAT_API_KEY)
    say('No CODAT_API_KEY is set: this is the sandbox, with sample customers and demo sign-ins.');
  const host = await openHost(config, say);
  const server = await listen(host.app.fetch, config.PORT, config.HOST);
  stopOnSignal(server, host);
  await host.begin();
  say(`Unstuck is at ${config.PUBLIC_URL}`);
  if (!config.CODAT_API_KEY)
    say(`Walk the journey as a customer would at ${config.PUBLIC_URL}/sandbox`);
});
