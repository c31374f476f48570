import type { ActivityAction, ActivityResource, ActorKind } from '../../../common/activity.ts';
import { STUCK_RULES } from '../../../journey/stuck.ts';

/** `assigneeId` as “assignee”, `failureReason` as “failure reason”. */
const inWords = (name: string): string =>
  name
    .replace(/Id$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll('-', ' ');

const FIELD_LABELS: Record<string, string> = { snoozedUntil: 'snooze', labels: 'tags' };

/** A field’s name within a sentence. */
export const fieldLabel = (name: string): string => FIELD_LABELS[name] ?? inWords(name);

/** A field’s name as a heading. */
export const fieldHeading = (name: string): string => {
  const label = fieldLabel(name);
  return label.charAt(0).toUpperCase() + label.slice(1);
};

/** The resources to filter by. */
export const RESOURCE_LABELS: Record<ActivityResource, string> = {
  customers: 'Customers',
  notes: 'Notes and calls',
  journeys: 'Closing and reopening',
  attempts: 'Failure reasons',
  emails: 'Emails',
  links: 'Links',
  'raised-cases': 'Cases raised with Codat',
  incidents: 'Incidents',
  'contact-imports': 'Contact imports',
  users: 'Team',
  invitations: 'Invitations',
  software: 'Software',
  'stuck-rules': 'Stuck thresholds',
  'email-templates': 'Email templates',
  'workspace-settings': 'Settings',
  'codat-settings': 'Codat company filter',
  'codat-owners': 'Owners in Codat',
  syncs: 'Codat syncs',
  deliveries: 'Webhooks',
  'contact-import-lines': 'Contact import lines',
  activity: 'Activity',
  sessions: 'Sessions',
  'api-keys': 'API keys',
  views: 'Views',
  alerts: 'Alerts',
  'alert-messages': 'Alerts sent',
  'digest-settings': 'Digests',
  'sign-ins': 'Sign-ins',
  requests: 'Requests',
};

/** The actions to filter by. */
export const ACTION_LABELS: Record<ActivityAction, string> = {
  create: 'Added',
  edit: 'Changed',
  'change-many': 'Changed many',
  delete: 'Deleted',
  import: 'Changed by import',
  'keep-contacts': 'Contacts kept',
  'follow-owner': 'Owner in Codat followed',
  'share-link': 'Link shared',
  'fetch-link': 'Link URL fetched',
  check: 'Checked in Codat',
  view: 'Opened',
  export: 'Exported',
  expire: 'Expired',
  erase: 'Erased',
  'export-everything': 'Everything exported',
  close: 'Closed',
  reopen: 'Reopened',
  correct: 'Corrected',
  reset: 'Reset',
  test: 'Test sent',
  send: 'Sent',
  process: 'Processed again',
  rotate: 'Replaced',
  'sign-in': 'Signed in',
  fail: 'Failed',
  'sign-out': 'Signed out',
  end: 'Session ended',
  'change-password': 'Password changed',
  'reset-password': 'Password reset',
  'send-password-link': 'Password link sent',
  accept: 'Invitation accepted',
  resend: 'Invitation sent again',
  refuse: 'Refused',
};

/** Who did something, where it was no colleague. */
export const ACTOR_LABELS: Record<ActorKind, string> = {
  person: 'Team member',
  system: 'Unstuck',
  stranger: 'Someone not signed in',
  program: 'API key',
};

/** One record of a resource, within a sentence. */
export const resourceLabel = (resource: string): string =>
  inWords(resource).replace(/ies$/, 'y').replace(/s$/, '');

export const stuckRuleLabel = (reason: string): string =>
  STUCK_RULES.find((rule) => rule.reason === reason)?.label ?? reason;
