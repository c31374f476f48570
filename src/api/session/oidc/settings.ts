import { ROLES, type Role } from '../../../common/permissions.ts';

/** Which group at the provider gives which role. A role may have several groups. */
export type RoleGroup = { role: Role; group: string };

export type OidcSettings = {
  /** The provider’s address, below which it describes itself, without a slash at the end. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The claim that lists a person’s groups. */
  groupsClaim: string;
  roles: RoleGroup[];
  /** Whether passwords are off. They stay on until someone has signed in at the provider, as it may be set up wrongly. */
  passwordsOff: boolean;
  /** The administrator named in the environment, who keeps their role and may always use a password. In lower case. */
  adminEmail: string | null;
};

export const DEFAULT_GROUPS_CLAIM = 'groups';
export const DEFAULT_ROLES = 'agent=unstuck-agents,manager=unstuck-managers,admin=unstuck-admins';

/** Reads `role=group` pairs separated by commas. Null when one of them isn’t such a pair. */
export const readRoles = (text: string): RoleGroup[] | null => {
  const pairs = text.split(',').map((pair) => {
    const [name = '', ...rest] = pair.split('=');
    const role = ROLES.find((one) => one === name.trim());
    const group = rest.join('=').trim();
    return role && group ? { role, group } : null;
  });
  return pairs.every((pair) => pair !== null) ? pairs : null;
};

/**
 * The role that groups give: the most powerful, or null if there is none.
 * @param claim a list of groups, or a single one, as some providers send it
 */
export const roleOf = (roles: readonly RoleGroup[], claim: unknown): Role | null => {
  const groups = new Set<unknown>(Array.isArray(claim) ? claim : [claim]);
  const given = new Set(roles.filter(({ group }) => groups.has(group)).map(({ role }) => role));
  return ROLES.findLast((role) => given.has(role)) ?? null;
};
