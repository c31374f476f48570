import type { Database } from '../../src/database/database.ts';
import { type AlertMessage, alertMessages } from '../../src/database/schema/index.ts';
import { NOW } from './api.ts';

/** Stores messages to the team that were not delivered. Returns their ids. */
export const addMessages = async (
  database: Database,
  count: number,
  state: AlertMessage['state'] = 'kept',
): Promise<string[]> => {
  const messages = Array.from({ length: count }, () => ({
    ...({ id: crypto.randomUUID(), event: 'opened', address: 'ada@acme.example' } as const),
    ...{ title: 'A case', state, createdAt: NOW },
  }));
  await database.insert(alertMessages).values(messages);
  return messages.map(({ id }) => id);
};
