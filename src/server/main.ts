import { readConfig } from './config.ts';
import { openHost } from './host.ts';
import { listen } from './listen.ts';
import { playSamples } from './play-samples.ts';
import { runCommand, say } from './run-command.ts';
import { stopOnSignal } from './stop.ts';

await runCommand(async () => {
  const config = readConfig(process.env);
  const host = await openHost(config);
  if (host.sandbox) {
    say('No CODAT_API_KEY is set: this is the sandbox, with sample customers and demo sign-ins.');
    await playSamples(host.database, config.SAMPLE_CUSTOMERS, say);
  }
  const server = await listen(host.app.fetch, config.PORT, config.HOST);
  stopOnSignal(server, host);
  say(`Unstuck is at ${config.PUBLIC_URL}`);
});
