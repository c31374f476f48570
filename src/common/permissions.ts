export const ROLES = ['agent', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export type Action =
  | 'list'
  | 'show'
  | 'create'
  | 'edit'
  | 'delete'
  | 'close'
  | 'reopen'
  | 'correct';

const EVERYTHING: readonly Action[] = ['list', 'show', 'create', 'edit', 'delete'];
const WRITE: readonly Action[] = ['list', 'show', 'create', 'edit'];
const LOOK: readonly Action[] = ['list', 'show'];
const STEER: readonly Action[] = [...LOOK, 'close', 'reopen'];
const CORRECT: readonly Action[] = [...LOOK, 'correct'];

/** What each role may do with each resource. The API enforces it; the dashboard explains it. */
const TABLE: Record<string, Record<Role, readonly Action[]>> = {
  customers: {
    agent: WRITE,
    manager: WRITE,
    admin: EVERYTHING,
  },
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
  syncs: { agent: LOOK, manager: LOOK, admin: [...LOOK, 'create'] },
  'codat-settings': { agent: [], manager: [], admin: [...LOOK, 'edit'] },
  'contact-imports': { agent: WRITE, manager: WRITE, admin: WRITE },
  'contact-import-lines': { agent: LOOK, manager: LOOK, admin: LOOK },
  links: { agent: WRITE, manager: WRITE, admin: WRITE },
  'workspace-settings': { agent: LOOK, manager: LOOK, admin: [...LOOK, 'edit'] },
  metrics: { agent: LOOK, manager: LOOK, admin: LOOK },
  deliveries: { agent: [], manager: [], admin: LOOK },
};

export const may = (role: Role, action: Action, resource: string): boolean =>
  TABLE[resource]?.[role].includes(action) ?? false;

/** The resources of which a role may see the records. */
export const seenResources = (role: Role): string[] =>
  Object.keys(TABLE).filter((resource) => may(role, 'list', resource));

/** What someone is told who may not. */
export const refusal = (role: Role, action: Action, resource: string): string =>
  `Your role, ${role}, may not ${action} ${resource.replaceAll('-', ' ')}. Ask an administrator.`;
