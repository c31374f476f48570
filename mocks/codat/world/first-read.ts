import { addHours, type Instant } from '../../../src/journey/instant.ts';
import { integrationOf } from '../integrations.ts';

const EVENING = 19;
const MORNING = 7;

/** Cloud software is read within minutes. */
const CLOUD_HOURS = 0.25;

/**
 * When a connection's first data is read, given when it was approved. On-premise software is read at night, from 19:00
 * to 07:00 (UTC in the sandbox).
 */
export const firstReadAt = (integrationKey: string, approvedAt: Instant): Instant => {
  const soon = addHours(approvedAt, CLOUD_HOURS);
  if (!integrationOf(integrationKey).isOfflineConnector) return soon;
  const hour = new Date(soon).getUTCHours();
  if (hour >= EVENING || hour < MORNING) return soon;
  return new Date(Date.parse(soon)).toISOString().replace(/T.*/, `T${EVENING}:00:00.000Z`);
};
