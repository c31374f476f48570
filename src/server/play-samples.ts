import type { Database } from '../database/database.ts';
import { customers } from '../database/schema/index.ts';
import { toInstant } from '../journey/instant.ts';

/** Fills the sandbox up to the wanted number of sample customers. */
export const playSamples = async (
  database: Database,
  wanted: number,
  say: (line: string) => void,
): Promise<void> => {
  const present = await database.$count(customers);
  if (present >= wanted) return;
  // Imported here alone: an installation with a Codat key never loads it.
  const { playSampleCustomers } = await import('../../mocks/sample/play.ts');
  say(`Making ${wanted} sample customers …`);
  await playSampleCustomers(database, { count: wanted, now: toInstant(Date.now()) });
};
