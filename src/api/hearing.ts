import { inArray } from 'drizzle-orm';
import { isResource, may, type Role } from '../common/permissions.ts';
import type { Change } from '../database/changes/changes.ts';
import { covers, type Portfolio, portfolioOf } from '../database/portfolios/visibility.ts';
import { customers, users } from '../database/schema/index.ts';
import { loadWorkspace } from '../database/settings.ts';
import type { Ports } from './ports.ts';

/** Changes that may decide who hears of what. */
const DECIDING = ['sessions', 'users', 'workspace-settings', '*'];

/** What decides who may hear of which customers. */
type Hearers = { roles: Map<string, Role>; portfolios: Map<string, Portfolio | null> };

/** Reads roles and settings, because a stream can outlast both. */
const loadHearers = async ({ database }: Ports, ids: readonly string[]): Promise<Hearers> => {
  const { id, role } = users;
  const people = await database.select({ id, role }).from(users).where(inArray(id, ids));
  const settings = people.some((person) => person.role === 'manager')
    ? await loadWorkspace(database)
    : null;
  return {
    roles: new Map(people.map((person) => [person.id, person.role])),
    portfolios: new Map(
      people.map((person) => [person.id, settings && portfolioOf(person, settings)]),
    ),
  };
};

/** The account managers of the customers that changes name. */
const loadManagers = async ({ database }: Ports, changes: readonly Change[]) => {
  const named = changes.flatMap(({ customerId }) => customerId ?? []);
  const { id, accountManagerId: manager } = customers;
  const found =
    named.length > 0
      ? await database.select({ id, manager }).from(customers).where(inArray(id, named))
      : [];
  return new Map(found.map((customer) => [customer.id, customer.manager]));
};

/**
 * Finds the part of each change that somebody may hear of. Reads who is who again only after changes that may decide it.
 * Only servers hear of sessions.
 */
export const createHearing = (ports: Ports) => {
  let known: Hearers | null = null;
  return async (people: ReadonlySet<string>, changes: readonly Change[]) => {
    if (changes.some(({ resources }) => resources.some((name) => DECIDING.includes(name))))
      known = null;
    if (!known || ![...people].every((id) => known?.roles.has(id)))
      known = await loadHearers(ports, [...people]);
    const { roles, portfolios } = known;
    const managers = [...people].some((id) => portfolios.get(id))
      ? await loadManagers(ports, changes)
      : null;
    const concerns = (portfolio: Portfolio, customerId: string): boolean => {
      const manager = managers?.get(customerId);
      return manager !== undefined && covers(portfolio, manager);
    };
    return (personId: string): Change[] => {
      const role = roles.get(personId);
      const portfolio = portfolios.get(personId);
      return changes.flatMap(({ resources, customerId }) => {
        if (!role || (portfolio && customerId && !concerns(portfolio, customerId))) return [];
        const seen = resources.filter(
          (name) =>
            name === '*' || (isResource(name) && name !== 'sessions' && may(role, 'list', name)),
        );
        return seen.length > 0 ? { resources: seen, ...(customerId && { customerId }) } : [];
      });
    };
  };
};
