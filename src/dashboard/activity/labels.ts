import type { ResourceName } from '../../common/permissions.ts';
import { STUCK_RULES } from '../../journey/stuck.ts';

/** `assigneeId` as “assignee”, `contactEmail` as “contact email”. */
const inWords = (name: string): string =>
  name
    .replace(/Id$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll('-', ' ');

const FIELDS: Record<string, string> = {
  contactName: 'contact',
  contactEmail: 'e-mail address',
  contactPhone: 'telephone number',
  snoozedUntil: 'snooze',
};

/** What a field is called in a sentence. */
export const fieldLabel = (name: string): string => FIELDS[name] ?? inWords(name);

/** What the filter calls people's actions on a resource; null where they only read it. */
export const RESOURCE_LABELS: Record<ResourceName, string | null> = {
  customers: 'Customers',
  notes: 'Notes and calls',
  journeys: 'Closing and reopening',
  attempts: 'Corrected reasons',
  emails: 'E-mails',
  links: 'Links',
  'contact-imports': 'Imports of contacts',
  users: 'Team',
  software: 'Software',
  'stuck-rules': 'Stuck thresholds',
  'email-templates': 'Words of e-mails',
  'workspace-settings': 'Settings',
  syncs: 'Syncs with Codat',
  'codat-settings': null,
  activity: null,
  'contact-import-lines': null,
  deliveries: null,
  events: null,
  metrics: null,
};

/** One record of a resource. */
export const resourceLabel = (resource: string): string =>
  inWords(resource).replace(/ies$/, 'y').replace(/s$/, '');

export const stuckRuleLabel = (reason: string): string =>
  STUCK_RULES.find((rule) => rule.reason === reason)?.label ?? reason;
