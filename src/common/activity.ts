/**
 * Everything the activity log records, as `resource action`. The database stores both parts, so that they keep their
 * names. What the dashboard says about each is a `Record` over these names.
 */
const ACTIVITIES = [
  'customers create',
  'customers edit',
  'customers share-link',
  'notes create',
  'notes edit',
  'notes delete',
  'journeys close',
  'journeys reopen',
  'attempts correct',
  'emails create',
  'emails edit',
  'links create',
  'links edit',
  'email-templates edit',
  'email-templates reset',
  'contact-imports create',
  'contact-imports edit',
  'workspace-settings edit',
  'users create',
  'users edit',
  'users delete',
  'users send-password-link',
  'users reset-password',
  'invitations create',
  'invitations resend',
  'invitations delete',
  'invitations accept',
  'software edit',
  'stuck-rules edit',
  'codat-settings edit',
  'codat-owners edit',
  'syncs create',
  'syncs edit',
  'deliveries process',
] as const;

export type ActivityName = (typeof ACTIVITIES)[number];

type PartsOf<N extends ActivityName> = N extends `${infer R} ${infer A}`
  ? { resource: R; action: A }
  : never;

/** A resource with an action that is recorded for it. */
export type ActivityParts = PartsOf<ActivityName>;

export type ActivityResource = ActivityParts['resource'];

export const isActivity = (name: string): name is ActivityName =>
  ACTIVITIES.some((activity) => activity === name);

export const isRecorded = (parts: { resource: string; action: string }): parts is ActivityParts =>
  isActivity(`${parts.resource} ${parts.action}`);
