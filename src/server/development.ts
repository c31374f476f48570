import { existsSync } from 'node:fs';
import { readConfig } from './config.ts';
import { openHost } from './host.ts';
import { say } from './run-command.ts';

/** Vite’s address. */
const DEVELOPMENT = { HOST: 'localhost', PORT: '5173', PUBLIC_URL: 'http://localhost:5173' };

/** The API for the development server, on the same data as `npm start`. */
export const openDevelopmentApi = async () => {
  if (existsSync('.env')) process.loadEnvFile();
  const host = await openHost(readConfig({ ...process.env, ...DEVELOPMENT }), say);
  await host.begin();
  return host.app.fetch;
};
