import { existsSync } from 'node:fs';
import { readConfig } from './config.ts';
import { openHost } from './host.ts';
import { playSamples } from './play-samples.ts';
import { say } from './run-command.ts';

const DEVELOPMENT_URL = 'http://localhost:5173';

/** The API for the development server, on the same data as `npm start`. */
export const openDevelopmentApi = async () => {
  if (existsSync('.env')) process.loadEnvFile();
  const config = readConfig({ PUBLIC_URL: DEVELOPMENT_URL, ...process.env });
  const host = await openHost(config);
  if (host.sandbox) await playSamples(host.database, config.SAMPLE_CUSTOMERS, say);
  return host.app.fetch;
};
