import type { AlertKind } from '../common/alerts.ts';
import { counted } from '../common/locale.ts';
import type { AlertIncident } from '../database/schema/index.ts';
import { findDeliveries } from './find/deliveries.ts';
import { findEmails } from './find/emails.ts';
import type { Find } from './find/finding.ts';
import { findIncidents } from './find/incidents.ts';
import { findUntouched } from './find/untouched.ts';

type Incidents = readonly Pick<AlertIncident, 'label'>[];

type Kind = {
  find: Find;
  /** How often to look, in minutes. What is found in between is told together. */
  every: number;
  /** How long it must be gone to be over, in minutes, so that what comes and goes is told once. */
  quiet: number;
  /** Whether the end of each is told, or only when none is left. */
  endsAlone: boolean;
  opened: (incidents: Incidents) => string;
  over: (incidents: Incidents) => string;
};

/** As in “Xero is …” or “3 apps are …”. */
const apps = (incidents: Incidents, one: string, many: string): string => {
  const [first] = incidents;
  return incidents.length === 1 ? `${first?.label} ${one}` : `${incidents.length} apps ${many}`;
};

export const KINDS: Record<AlertKind, Kind> = {
  spike: {
    ...{ find: findIncidents, every: 5, quiet: 60, endsAlone: true },
    opened: (all) =>
      apps(all, 'fails for more customers than usual', 'fail for more customers than usual'),
    over: (all) => apps(all, 'no longer fails unusually often', 'no longer fail unusually often'),
  },
  untouched: {
    ...{ find: findUntouched, every: 60, quiet: 0, endsAlone: false },
    opened: ({ length }) => `Nobody has touched ${counted(length, 'stuck case', 'stuck cases')}`,
    over: () => 'No stuck case is untouched any more',
  },
  deliveries: {
    ...{ find: findDeliveries, every: 5, quiet: 15, endsAlone: true },
    opened: () => 'Webhooks from Codat need attention',
    over: () => 'Webhooks from Codat work again',
  },
  emails: {
    ...{ find: findEmails, every: 5, quiet: 0, endsAlone: false },
    opened: () => 'Emails to customers can’t be delivered',
    over: () => 'No email to a customer is undelivered any more',
  },
};
