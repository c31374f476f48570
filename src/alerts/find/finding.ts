import type { Database } from '../../database/database.ts';
import type { Alert, AlertIncident } from '../../database/schema/index.ts';
import type { Instant } from '../../journey/instant.ts';
import type { AlertScope } from '../scope.ts';

/** Something to tell. Its subject is the same for as long as it lasts. */
export type Finding = Pick<AlertIncident, 'subject' | 'customerId' | 'label' | 'reason' | 'path'>;

/** Looks for everything that an alert has to tell at `now`. */
export type Find = (
  database: Database,
  alert: Pick<Alert, 'hours'>,
  scope: AlertScope,
  now: Instant,
) => Promise<Finding[]>;
