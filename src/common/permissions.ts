export const ROLES = ['agent', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Record<Role, string> = {
  agent: 'Support agent',
  manager: 'Account manager',
  admin: 'Admin',
};

/** Who uses the API: someone in a role, or a program with an API key for reading. */
export type Principal = Role | 'program';

export const ACTIONS = [
  'list',
  'show',
  'create',
  'edit',
  'delete',
  'close',
  'reopen',
  'correct',
  'process',
  'restore',
  'export',
  'erase',
  'rotate',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Everything the API offers under a name. Whatever says something about each of them is a `Record` over these names. */
export const RESOURCES = [
  'customers',
  'journeys',
  'attempts',
  'activity',
  'events',
  'notes',
  'emails',
  'email-templates',
  'software',
  'stuck-rules',
  'users',
  'syncs',
  'codat-checks',
  'raised-cases',
  'incidents',
  'codat-settings',
  'codat-owners',
  'contact-imports',
  'contact-import-lines',
  'links',
  'presence',
  'workspace-settings',
  'invitations',
  'metrics',
  'deliveries',
  'sessions',
  'api-keys',
  'views',
  'alerts',
  'alert-messages',
  'digest-settings',
] as const;
export type ResourceName = (typeof RESOURCES)[number];

/** Those that are or concern customers. People whose portfolio is all they see hear of them customer by customer. */
export const OF_CUSTOMERS = [
  'customers',
  'journeys',
  'attempts',
  'events',
  'notes',
  'emails',
  'contact-imports',
  'contact-import-lines',
  'links',
  'presence',
  'deliveries',
  'codat-checks',
  'raised-cases',
] as const satisfies readonly ResourceName[];

export const isAction = (name: string): name is Action => ACTIONS.some((one) => one === name);

export const isResource = (name: string): name is ResourceName =>
  RESOURCES.some((one) => one === name);

/** An action on any record, or only on one’s own. */
type Grant = Action | `${Action}:own`;

/** The field that names whose record it is, and that person in a sentence, where that decides on an action. */
const OWNERS: Partial<Record<ResourceName, { field: string; owner: string; record: string }>> = {
  notes: { field: 'authorId', owner: 'the author', record: 'a note' },
  'contact-imports': { field: 'createdById', owner: 'who uploaded it', record: 'an import' },
  links: { field: 'createdById', owner: 'who created it', record: 'a link' },
  views: { field: 'ownerId', owner: 'its owner', record: 'a view' },
};

const EVERYTHING: readonly Action[] = ['list', 'show', 'create', 'edit', 'delete'];
const WRITE: readonly Action[] = ['list', 'show', 'create', 'edit'];
const LOOK: readonly Action[] = ['list', 'show'];
const STEER: readonly Action[] = [...LOOK, 'close', 'reopen'];
const CORRECT: readonly Action[] = [...LOOK, 'correct'];
const OWN_NOTES: readonly Grant[] = [...LOOK, 'create', 'edit:own', 'delete:own'];
/** Only who uploaded a file knows what it was for, so nobody else applies or undoes it. */
const OWN_IMPORTS: readonly Grant[] = [...LOOK, 'create', 'edit:own'];
/** Everybody may revoke a link, because a leak can’t wait. Making one work again is up to who created it. */
const OWN_LINKS: readonly Grant[] = [...WRITE, 'restore:own'];
const BE_THERE: readonly Action[] = [...LOOK, 'edit', 'delete'];
/** Of those that are shared. Nobody sees others’ own. */
const OWN_VIEWS: readonly Grant[] = [...LOOK, 'create', 'edit:own', 'delete:own'];
const CHANGE: readonly Grant[] = [...LOOK, 'edit'];
const END: readonly Grant[] = [...LOOK, 'delete'];

/** What each role may do with each resource. The API enforces it. The dashboard hides what is not allowed. */
const TABLE: Record<ResourceName, Record<Role, readonly Grant[]>> = {
  customers: { agent: WRITE, manager: WRITE, admin: [...WRITE, 'export', 'erase'] },
  journeys: { agent: STEER, manager: STEER, admin: STEER },
  attempts: { agent: CORRECT, manager: CORRECT, admin: CORRECT },
  activity: { agent: LOOK, manager: LOOK, admin: LOOK },
  events: { agent: LOOK, manager: LOOK, admin: LOOK },
  notes: { agent: OWN_NOTES, manager: OWN_NOTES, admin: EVERYTHING },
  emails: { agent: WRITE, manager: WRITE, admin: WRITE },
  'email-templates': { agent: LOOK, manager: LOOK, admin: [...LOOK, 'edit'] },
  software: { agent: LOOK, manager: LOOK, admin: [...LOOK, 'edit'] },
  'stuck-rules': { agent: LOOK, manager: LOOK, admin: [...LOOK, 'edit'] },
  users: { agent: LOOK, manager: LOOK, admin: EVERYTHING },
  syncs: { agent: LOOK, manager: LOOK, admin: WRITE },
  'codat-checks': { agent: LOOK, manager: LOOK, admin: LOOK },
  'raised-cases': { agent: WRITE, manager: WRITE, admin: WRITE },
  incidents: { agent: CHANGE, manager: CHANGE, admin: CHANGE },
  'codat-settings': { agent: [], manager: [], admin: [...LOOK, 'edit'] },
  'codat-owners': { agent: [], manager: [], admin: [...LOOK, 'edit'] },
  'contact-imports': { agent: OWN_IMPORTS, manager: OWN_IMPORTS, admin: WRITE },
  'contact-import-lines': { agent: LOOK, manager: LOOK, admin: LOOK },
  links: { agent: OWN_LINKS, manager: OWN_LINKS, admin: [...WRITE, 'restore'] },
  // A tab’s own.
  presence: { agent: BE_THERE, manager: BE_THERE, admin: BE_THERE },
  'workspace-settings': { agent: LOOK, manager: LOOK, admin: [...LOOK, 'edit'] },
  invitations: { agent: [], manager: [], admin: [...LOOK, 'create', 'delete'] },
  metrics: { agent: LOOK, manager: LOOK, admin: LOOK },
  deliveries: { agent: [], manager: [], admin: [...LOOK, 'process'] },
  // Each person’s own.
  sessions: { agent: END, manager: END, admin: END },
  'api-keys': { agent: [], manager: [], admin: [...LOOK, 'create', 'delete', 'rotate'] },
  views: { agent: OWN_VIEWS, manager: OWN_VIEWS, admin: EVERYTHING },
  alerts: { agent: [], manager: [], admin: EVERYTHING },
  'alert-messages': { agent: [], manager: [], admin: [...LOOK, 'edit'] },
  // Each person’s own.
  'digest-settings': { agent: CHANGE, manager: CHANGE, admin: CHANGE },
};

/**
 * What programs with an API key for reading may do: nothing but read, and neither settings, nor who did what, nor
 * anything that opens a door, such as the addresses of links.
 */
const PROGRAMS: Record<ResourceName, readonly Grant[]> = {
  customers: LOOK,
  journeys: LOOK,
  attempts: LOOK,
  activity: [],
  events: LOOK,
  notes: LOOK,
  emails: LOOK,
  'email-templates': [],
  software: LOOK,
  'stuck-rules': LOOK,
  users: LOOK,
  syncs: [],
  'codat-checks': [],
  'raised-cases': LOOK,
  incidents: LOOK,
  'codat-settings': [],
  'codat-owners': [],
  'contact-imports': [],
  'contact-import-lines': [],
  links: [],
  presence: [],
  'workspace-settings': [],
  invitations: [],
  metrics: LOOK,
  deliveries: [],
  'api-keys': [],
  sessions: [],
  views: [],
  alerts: [],
  'alert-messages': [],
  'digest-settings': [],
};

/** A record as permissions see it: whether it belongs to the person who asks. */
export type Owned = { own: boolean };

/** Whether a person may call a record their own. */
export const ownedBy = (personId: string, resource: ResourceName, record: object): Owned => {
  const field = OWNERS[resource]?.field;
  return { own: new Map(Object.entries(record)).get(field ?? '') === personId };
};

/** Whether a role may do something: with the record, or, without one, with any record at all. */
export const may = (
  role: Principal,
  action: Action,
  resource: ResourceName,
  record: Owned = { own: true },
): boolean => {
  const grants = role === 'program' ? PROGRAMS[resource] : TABLE[resource][role];
  return grants.includes(action) || (record.own && grants.includes(`${action}:own`));
};

/** The resources whose records a role may see. */
export const seenResources = (role: Principal): ResourceName[] =>
  RESOURCES.filter((resource) => may(role, 'list', resource));

/** What people read when their role does not allow something, or only with records of their own, and programs when their key doesn’t. */
export const refusal = (role: Principal, action: Action, resource: ResourceName): string => {
  const owners = OWNERS[resource];
  if (owners && may(role, action, resource))
    return `Only ${owners.owner} or an admin can ${action} ${owners.record}.`;
  const what = `${action} ${resource.replaceAll('-', ' ')}`;
  return role === 'program'
    ? `API keys can’t ${what}.`
    : `Your role (${role}) can’t ${what}. Ask an admin.`;
};
