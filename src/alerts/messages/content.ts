import { asc, count, eq } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import {
  type Alert,
  type AlertIncident,
  type AlertMessage,
  alertIncidents,
  customers,
} from '../../database/schema/index.ts';
import type { Finding } from '../find/finding.ts';
import { addressOf, customersPath, listPath, MOST_IN_LINK } from '../paths.ts';

/** How many are listed one by one. */
const LISTED = 20;

/** What a message says, whatever it is sent by. Names are as people chose them, and can hold anything. */
export type Content = {
  /** The alert’s name. */
  alert: string;
  title: string;
  /** Whether it only shows what the alert would say. */
  isTest: boolean;
  isOver: boolean;
  items: { name: string; reason: string; url: string }[];
  /** How many there are besides. */
  more: number;
  link: { text: string; url: string };
};

export type Told = Pick<AlertIncident, 'subject' | 'label' | 'reason' | 'path'> & {
  name: string | null;
};

/** The list with exactly what the message is about, as far as an address can name it. */
const linkOf = ({ kind }: Pick<Alert, 'kind'>, told: readonly Pick<Finding, 'subject'>[]) => {
  const id = told.slice(0, MOST_IN_LINK).map(({ subject }) => subject);
  const links: Record<Alert['kind'], { text: string; path: string }> = {
    spike: { text: 'Open incidents', path: listPath('incidents', { open: true }) },
    untouched: {
      text: told.length > id.length ? `Open the first ${id.length}` : 'Open the list',
      path: customersPath({ id }),
    },
    deliveries: { text: 'Open webhooks', path: '/deliveries' },
    emails: { text: 'Open the Outbox', path: listPath('emails', { state: ['failed', 'queued'] }) },
  };
  return links[kind];
};

type About = Pick<Content, 'title' | 'isTest' | 'isOver'> & {
  alert: Alert;
  total: number;
  publicUrl: string;
};

export const contentOf = (
  { alert, total, publicUrl, ...about }: About,
  told: readonly Told[],
): Content => {
  const { text, path } = linkOf(alert, told);
  const items = told.slice(0, LISTED);
  return {
    ...{ ...about, alert: alert.name },
    items: items.map(({ label, name, reason, path }) => ({
      ...{ name: label ?? name ?? 'A customer', reason, url: addressOf(publicUrl, path) },
    })),
    more: total - items.length,
    link: { text, url: addressOf(publicUrl, path) },
  };
};

const named = (database: Database) =>
  database
    .select({
      ...{ subject: alertIncidents.subject, label: alertIncidents.label },
      ...{ reason: alertIncidents.reason, path: alertIncidents.path, name: customers.name },
    })
    .from(alertIncidents)
    .leftJoin(customers, eq(customers.id, alertIncidents.customerId));

/** What a stored message says now: names are looked up, so that nothing is said of customers who were erased. */
export const messageContent = async (
  database: Database,
  { id, event, title }: AlertMessage,
  alert: Alert,
  publicUrl: string,
): Promise<Content> => {
  const isOver = event === 'over';
  const isTold = eq(isOver ? alertIncidents.overIn : alertIncidents.openedIn, id);
  const told = await named(database)
    .where(isTold)
    .orderBy(asc(alertIncidents.id))
    .limit(MOST_IN_LINK + 1);
  const [counted] = await database.select({ total: count() }).from(alertIncidents).where(isTold);
  const about = { alert, title, isOver, isTest: false, total: counted?.total ?? 0, publicUrl };
  return contentOf(about, told);
};
