import type { PresenceRecord } from '../../../api/presence/resource.ts';

/** What someone does at a customer, after their name. */
export const DOES: Record<PresenceRecord['kind'], string> = {
  viewing: 'is looking at this',
  working: 'is working on this',
};
