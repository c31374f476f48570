import type { ResourceName } from './permissions.ts';

/** What the activity log shows besides resources. Only admins see what others did there. */
export const ACCESS = ['sign-ins', 'requests'] as const;

/**
 * Everything the activity log records: its actions by resource. A resource doesn’t compile until it is listed, nor does
 * one with a verb whose action isn’t. The database stores both names, so that they stay. What the dashboard says about
 * each is a `Record` over `ActivityName`.
 */
export const ACTIVITY_ACTIONS = {
  customers: [
    'create',
    'edit',
    'change-many',
    'delete',
    'import',
    'keep-contacts',
    'follow-owner',
    'share-link',
    'fetch-link',
    'check',
    'view',
    'export',
    'export-everything',
    'erase',
  ],
  journeys: ['close', 'reopen'],
  attempts: ['correct'],
  activity: ['export', 'expire'],
  events: [],
  notes: ['create', 'edit', 'delete'],
  emails: ['create', 'edit', 'view', 'export'],
  'email-templates': ['edit', 'reset', 'test'],
  software: ['create', 'edit'],
  'stuck-rules': ['edit'],
  users: ['create', 'edit', 'delete', 'send-password-link', 'reset-password'],
  invitations: ['create', 'resend', 'delete', 'accept'],
  syncs: ['create', 'edit'],
  'codat-checks': [],
  'raised-cases': ['create', 'edit'],
  incidents: ['edit'],
  'codat-settings': ['edit'],
  'codat-owners': ['edit'],
  'contact-imports': ['create', 'edit'],
  'contact-import-lines': ['view', 'export'],
  links: ['create', 'edit'],
  // It lasts no longer than a tab. What people do there is recorded.
  presence: [],
  'workspace-settings': ['edit'],
  metrics: [],
  deliveries: ['process'],
  sessions: ['delete'],
  'api-keys': ['create', 'rotate', 'delete'],
  views: ['create', 'edit', 'delete'],
  alerts: ['create', 'edit', 'delete', 'test'],
  'alert-messages': ['edit'],
  'digest-settings': ['edit', 'send'],
  'sign-ins': ['sign-in', 'fail', 'sign-out', 'end', 'change-password'],
  requests: ['refuse'],
} as const satisfies Record<ResourceName | (typeof ACCESS)[number], readonly string[]>;

type Registry = typeof ACTIVITY_ACTIONS;

/** A resource of which anything is recorded. */
export type ActivityResource = {
  [R in keyof Registry]: Registry[R] extends readonly [] ? never : R;
}[keyof Registry];

/** The actions that are recorded for a resource. */
export type ActionsOf<R extends keyof Registry> = Registry[R][number];

/** A resource with an action that is recorded for it. */
export type ActivityParts = {
  [R in ActivityResource]: { resource: R; action: ActionsOf<R> };
}[ActivityResource];

export type ActivityAction = ActivityParts['action'];

/** As `resource action`. */
export type ActivityName = { [R in ActivityResource]: `${R} ${ActionsOf<R>}` }[ActivityResource];

const NAMES = new Set(
  Object.entries(ACTIVITY_ACTIONS).flatMap(([resource, actions]) =>
    actions.map((action) => `${resource} ${action}`),
  ),
);

export const isActivity = (name: string): name is ActivityName => NAMES.has(name);

export const isRecorded = (parts: { resource: string; action: string }): parts is ActivityParts =>
  isActivity(`${parts.resource} ${parts.action}`);

/** Who did something: a person, Unstuck itself, someone who isn’t signed in, or a program with an API key. */
export const ACTOR_KINDS = ['person', 'system', 'stranger', 'program'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Actions that changed nothing. They are kept for a year, everything else for good. The database’s guard knows them too. */
export const EXPIRING = ['view', 'export', 'fail', 'refuse'] as const satisfies ActivityAction[];
