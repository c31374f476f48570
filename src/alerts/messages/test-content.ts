import { inArray } from 'drizzle-orm';
import type { AlertKind } from '../../common/alerts.ts';
import type { Database } from '../../database/database.ts';
import { type Alert, customers } from '../../database/schema/index.ts';
import type { Instant } from '../../journey/instant.ts';
import { findAll } from '../check.ts';
import { KINDS } from '../kinds.ts';
import { MOST_IN_LINK } from '../paths.ts';
import { type Content, contentOf, type Told } from './content.ts';

const EXAMPLE = 'Example Ltd';

/** What an alert shows in a test while there is nothing to tell. */
const SAMPLES: Record<AlertKind, Told> = {
  spike: {
    ...{ subject: 'example', label: 'Example software', name: null, path: '/software' },
    reason: '9 of 14 customers failed in the last 24 hours (normally 11%)',
  },
  untouched: {
    ...{ subject: 'example', label: EXAMPLE, name: null, path: '/customers' },
    reason: 'Attempt failed',
  },
  deliveries: {
    ...{ subject: 'example', label: 'Webhooks from Codat', name: null, path: '/deliveries' },
    reason: '3 webhooks of the last day can’t be processed',
  },
  emails: {
    ...{ subject: 'example', label: EXAMPLE, name: null, path: '/emails' },
    reason: 'Reminder email refused by the mail server',
  },
};

/** What an alert would say now: what it finds for its first recipient, or a sample if it finds nothing. */
export const testContent = async (
  database: Database,
  alert: Alert,
  { now, publicUrl }: { now: Instant; publicUrl: string },
): Promise<Content> => {
  const found = await findAll(database, alert, now);
  const findings = found.find((one) => one.findings.length > 0)?.findings ?? [];
  const listed = findings.slice(0, MOST_IN_LINK + 1);
  const ids = listed.flatMap(({ customerId }) => customerId ?? []);
  const { id, name } = customers;
  const rows = await database.select({ id, name }).from(customers).where(inArray(id, ids));
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const told = listed.map((one) => ({ ...one, name: names.get(one.customerId ?? '') ?? null }));
  const shown = told.length > 0 ? told : [SAMPLES[alert.kind]];
  const total = Math.max(findings.length, 1);
  const title = KINDS[alert.kind].opened(told.length > 0 ? findings : shown);
  return contentOf({ alert, title, total, publicUrl, isTest: true, isOver: false }, shown);
};
