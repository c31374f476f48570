export const ROLES = ['agent', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export type Action = 'list' | 'show' | 'create' | 'edit' | 'delete';

const EVERYTHING: readonly Action[] = ['list', 'show', 'create', 'edit', 'delete'];
const LOOK: readonly Action[] = ['list', 'show'];

const WRITE: readonly Action[] = ['list', 'show', 'create', 'edit'];

/** What each role may do with each resource. The API enforces it; the dashboard explains it. */
const TABLE: Record<string, Record<Role, readonly Action[]>> = {
  customers: {
    agent: ['list', 'show', 'create', 'edit'],
    manager: ['list', 'show', 'create', 'edit'],
    admin: EVERYTHING,
  },
  journeys: { agent: LOOK, manager: LOOK, admin: LOOK },
  attempts: { agent: LOOK, manager: LOOK, admin: LOOK },
  events: { agent: LOOK, manager: LOOK, admin: LOOK },
  notes: { agent: EVERYTHING, manager: EVERYTHING, admin: EVERYTHING },
  emails: { agent: WRITE, manager: WRITE, admin: WRITE },
  'email-templates': { agent: LOOK, manager: LOOK, admin: [...LOOK, 'edit'] },
  software: { agent: LOOK, manager: LOOK, admin: [...LOOK, 'edit'] },
  'stuck-rules': { agent: LOOK, manager: LOOK, admin: [...LOOK, 'edit'] },
  users: { agent: LOOK, manager: LOOK, admin: EVERYTHING },
  syncs: { agent: LOOK, manager: LOOK, admin: [...LOOK, 'create'] },
  'codat-settings': { agent: [], manager: [], admin: [...LOOK, 'edit'] },
  deliveries: { agent: [], manager: [], admin: LOOK },
};

export const may = (role: Role, action: Action, resource: string): boolean =>
  TABLE[resource]?.[role].includes(action) ?? false;

/** What someone is told who may not. */
export const refusal = (role: Role, action: Action, resource: string): string =>
  `Your role, ${role}, may not ${action} ${resource.replace('-', ' ')}. Ask an administrator.`;
