import type { Database } from '../../src/database/database.ts';
import { type Incident, incidents } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { NOW } from './api.ts';

/** Stores an incident that began a day ago. Returns its id. */
export const addIncident = async (
  database: Database,
  fields: Partial<Incident> = {},
): Promise<string> => {
  const [added] = await database
    .insert(incidents)
    .values({
      ...{ software: 'gbol', startedAt: addHours(NOW, -24), detectedAt: addHours(NOW, -22) },
      ...{ usualShare: 0.09, usualFailed: 9, usualOf: 100, ...fields },
    })
    .returning({ id: incidents.id });
  if (!added) throw new Error('The incident was not stored.');
  return added.id;
};
