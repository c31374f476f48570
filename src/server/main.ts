import { readConfig } from './config.ts';
import { listen } from './listen.ts';
import { runCommand, say } from './run-command.ts';
import { stopOnSignal } from './stop.ts';

await runCommand(async () => {
  const config = readConfig(process.env);
  // Imported late, so that an invalid variable is reported immediately.
  const { openHost } = await import('./host.ts');
  const host = await openHost(config, say);
  const server = await listen(host.app.fetch, config.PORT, config.HOST);
  stopOnSignal(server, host);
  await host.begin();
  say(`Unstuck is at ${config.PUBLIC_URL}`);
  if (!config.CODAT_API_KEY) say(`Try the customer journey at ${config.PUBLIC_URL}/sandbox`);
});
