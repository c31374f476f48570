import type { IncidentRecord } from '../../src/api/incidents/resource.ts';
import { addHours, toInstant } from '../../src/journey/instant.ts';

const NOW = toInstant(Date.now());

/** The samples of the gallery are too few to find any. */
export const INCIDENT: IncidentRecord = {
  ...{ id: 'incident', software: 'gbol', endedAt: null, open: true, closed: false },
  ...{ startedAt: addHours(NOW, -26), detectedAt: addHours(NOW, -20) },
  ...{ usualShare: 0.09, usualFailed: 9, usualOf: 104, ownerId: null },
  ...{ note: 'Codat looks into it', closedAt: null, closedById: null },
  evidence: { failed: 9, of: 14, deleted: 0, leftOut: 0, interval: { low: 0.39, high: 0.84 } },
};
