import { cut } from '../../common/cut.ts';
import type { Finding } from '../../database/schema/index.ts';
import type { JourneyEvent } from '../../journey/events.ts';
import { isAccounting } from '../../journey/other-connections.ts';
import type { Connection, ListedCompany } from '../payloads.ts';

const softwareIn = ({ data }: JourneyEvent): string =>
  ('softwareName' in data && data.softwareName) || 'The connection';

/** How the fields of a profile are called. */
const FIELDS: Record<string, string> = {
  linkUrl: 'Link URL',
  parentId: 'parent company',
  ownerIds: 'owners',
  createdAt: 'creation date',
};

const list = new Intl.ListFormat('en-GB');

const changedFields = ({ data }: JourneyEvent): string =>
  list.format(
    Object.keys(('customer' in data && data.customer) || {}).map((name) => FIELDS[name] ?? name),
  );

const failureIn = ({ data }: JourneyEvent): string =>
  ('text' in data && data.text) || 'no reason given';

/** A change that was missing, in words. */
const textOf = (event: JourneyEvent): string => {
  switch (event.type) {
    case 'customer.created':
      return 'The company is in Codat again';
    case 'customer.updated':
      return `Changed in Codat: ${changedFields(event)}`;
    case 'software.selected':
      return `${softwareIn(event)} was selected`;
    case 'connection.failed':
      return `${softwareIn(event)} failed to connect: ${failureIn(event)}`;
    case 'connection.authorized':
      return `${softwareIn(event)} is linked`;
    case 'data.received':
      return `${softwareIn(event)} sent data`;
    case 'connection.disconnected':
      return `${softwareIn(event)} is no longer linked`;
    default:
      return 'A connection was deleted in Codat';
  }
};

/** How many findings a check keeps, the newest, and how long each may be, in characters. */
const MOST = 20;
const LONGEST = 300;

/** What the missing events tell, in words, the newest first. */
export const findingsOf = (events: readonly JourneyEvent[]): Finding[] =>
  events
    .map((event) => ({ text: cut(textOf(event), LONGEST), at: event.occurredAt }))
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, MOST);

const STANDINGS = {
  Linked: 'is linked',
  PendingAuth: 'is still waiting for approval',
  Deauthorized: 'has lost access',
  Unlinked: 'is unlinked',
} as const satisfies Record<NonNullable<Connection['status']>, string>;

const describe = ({ platformName, status, lastSync }: Connection): string => {
  const name = platformName ?? 'The connection';
  if (!status) return `${name} has no status`;
  return status === 'Linked' && !lastSync
    ? `${name} is linked, and no data was read yet`
    : `${name} ${STANDINGS[status]}`;
};

/** Where the accounting connections of a company stand in Codat, such as “Xero is still waiting for approval”. */
const standingOf = ({ dataConnections }: ListedCompany): string => {
  const accounting = (dataConnections ?? []).filter(({ sourceType }) => isAccounting(sourceType));
  return accounting.map(describe).join('. ') || 'No software is selected yet';
};

/** What a check found, in a sentence or two. */
export const summaryOf = (company: ListedCompany | null, changes: number): string => {
  if (!company)
    return 'Codat has no company with this ID. The next full sync marks the customer as deleted if it’s still missing then.';
  if (changes === 0) return `Nothing changed. ${standingOf(company)}.`;
  return `${changes === 1 ? '1 change' : `${changes} changes`}. ${standingOf(company)}.`;
};
