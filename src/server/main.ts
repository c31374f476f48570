import { readConfig } from './config.ts';
import { listen } from './http/listen.ts';
import { spreadLastNet } from './last-net.ts';
import { runCommand, say } from './run-command.ts';
import { stopOnSignal, stopper } from './stop.ts';

await runCommand(async () => {
  const config = readConfig(process.env);
  // Imported late, so that an invalid variable is reported immediately.
  const { openHost } = await import('./host.ts');
  const { createLog, divertConsole } = await import('./logging/log.ts');
  const log = createLog(config);
  divertConsole(log);
  const host = await openHost(config, say, log);
  const server = await listen(host.app.fetch, config, host.log);
  const stop = stopper(server, host);
  stopOnSignal(stop);
  spreadLastNet(host.log, stop);
  await host.begin();
  say(`Running on Node.js ${process.version}`);
  say(`Unstuck is at ${config.PUBLIC_URL}`);
  if (!config.CODAT_API_KEY) say(`Try the customer journey at ${config.PUBLIC_URL}/sandbox`);
});
