export const ROLES = ['agent', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Record<Role, string> = {
  agent: 'Support agent',
  manager: 'Account manager',
  admin: 'Admin',
};

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
  'codat-settings',
  'contact-imports',
  'contact-import-lines',
  'links',
  'workspace-settings',
  'metrics',
  'deliveries',
] as const;
export type ResourceName = (typeof RESOURCES)[number];

export const isAction = (name: string): name is Action => ACTIONS.some((one) => one === name);

export const isResource = (name: string): name is ResourceName =>
  RESOURCES.some((one) => one === name);

const EVERYTHING: readonly Action[] = ['list', 'show', 'create', 'edit', 'delete'];
const WRITE: readonly Action[] = ['list', 'show', 'create', 'edit'];
const LOOK: readonly Action[] = ['list', 'show'];
const STEER: readonly Action[] = [...LOOK, 'close', 'reopen'];
const CORRECT: readonly Action[] = [...LOOK, 'correct'];

/** What each role may do with each resource. The API enforces it. The dashboard hides what is not allowed. */
const TABLE: Record<ResourceName, Record<Role, readonly Action[]>> = {
  customers: { agent: WRITE, manager: WRITE, admin: WRITE },
  journeys: { agent: STEER, manager: STEER, admin: STEER },
  attempts: { agent: CORRECT, manager: CORRECT, admin: CORRECT },
  activity: { agent: LOOK, manager: LOOK, admin: LOOK },
  events: { agent: LOOK, manager: LOOK, admin: LOOK },
  notes: { agent: EVERYTHING, manager: EVERYTHING, admin: EVERYTHING },
  emails: { agent: WRITE, manager: WRITE, admin: WRITE },
  'email-templates': { agent: LOOK, manager: LOOK, admin: [...LOOK, 'edit'] },
  software: { agent: LOOK, manager: LOOK, admin: [...LOOK, 'edit'] },
  'stuck-rules': { agent: LOOK, manager: LOOK, admin: [...LOOK, 'edit'] },
  users: { agent: LOOK, manager: LOOK, admin: EVERYTHING },
  syncs: { agent: LOOK, manager: LOOK, admin: WRITE },
  'codat-settings': { agent: [], manager: [], admin: [...LOOK, 'edit'] },
  'contact-imports': { agent: WRITE, manager: WRITE, admin: WRITE },
  'contact-import-lines': { agent: LOOK, manager: LOOK, admin: LOOK },
  links: { agent: WRITE, manager: WRITE, admin: WRITE },
  'workspace-settings': { agent: LOOK, manager: LOOK, admin: [...LOOK, 'edit'] },
  metrics: { agent: LOOK, manager: LOOK, admin: LOOK },
  deliveries: { agent: [], manager: [], admin: [...LOOK, 'process'] },
};

export const may = (role: Role, action: Action, resource: ResourceName): boolean =>
  TABLE[resource][role].includes(action);

/** The resources whose records a role may see. */
export const seenResources = (role: Role): ResourceName[] =>
  RESOURCES.filter((resource) => may(role, 'list', resource));

/** What people read when their role does not allow something. */
export const refusal = (role: Role, action: Action, resource: ResourceName): string =>
  `Your role (${role}) can’t ${action} ${resource.replaceAll('-', ' ')}. Ask an admin.`;
