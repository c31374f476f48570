import { Client } from 'pg';
import type { Listen } from '../database.ts';
import { KEEP_ALIVE } from './pools.ts';

const RETRY_MS = 1000;

/**
 * Listens on its own connection, because a pool shares its connections between requests. Reconnects as soon as
 * PostgreSQL can be reached again.
 */
export const listenPostgres =
  (url: string, onError: (error: Error) => void): Listen =>
  async (channel, onPayload, onMissed) => {
    let current: Client;
    let stopped = false;
    let timer: NodeJS.Timeout | undefined;

    const connect = async () => {
      const client = new Client({
        connectionString: url,
        connectionTimeoutMillis: 5000,
        ...KEEP_ALIVE,
      });
      client.on('error', onError);
      client.on('notification', ({ payload = '' }) => onPayload(payload));
      try {
        await client.connect();
        await client.query(`listen ${client.escapeIdentifier(channel)}`);
      } catch (error) {
        await client.end();
        throw error;
      }
      client.once('end', retryLater);
      current = client;
      if (stopped) await client.end();
    };

    const retryLater = () => {
      if (!stopped) timer = setTimeout(reconnect, RETRY_MS);
    };

    const reconnect = async () => {
      try {
        await connect();
        onMissed();
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)));
        retryLater();
      }
    };

    await connect();
    return async () => {
      stopped = true;
      clearTimeout(timer);
      await current.end();
    };
  };
