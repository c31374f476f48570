import { and, eq, gte, or, sql } from 'drizzle-orm';
import {
  type Associated,
  associated,
  ENOUGH_COMPARED,
} from '../../../journey/metrics/comparisons/associated.ts';
import type { Database } from '../../database.ts';
import { enteredAt } from '../../derived-columns.ts';
import { journeys } from '../../schema/index.ts';
import { countOf, ofScope, type Scope, within } from '../scope.ts';
import { attribute, attributesOf, described } from './attributes.ts';
import { peopleNames, softwareNames } from './names.ts';
import { isConnectedWithin, ripePart } from './ripe.ts';

/** The customers by attribute and software, without attributes that too few have. In order, as sums of fractions depend on it. */
const tally = (database: Database, scope: Scope, days: number) => {
  const ripe = within(enteredAt, ripePart(scope, days));
  const one = described(database, and(ofScope(scope, journeys.software), ripe));
  const groups = database
    .select({
      name: attribute.name.as('name'),
      value: attribute.value.as('value'),
      software: one.software,
      of: countOf().as('of'),
      count: countOf(isConnectedWithin(days, one.enteredAt, one.connectedAt)).as('connected'),
      customers:
        sql<number>`sum(count(*)) over (partition by ${attribute.name}, ${attribute.value})`.as(
          'customers',
        ),
    })
    .from(one)
    .crossJoinLateral(attributesOf(one))
    .groupBy(attribute.name, attribute.value, one.software)
    .as('groups');
  return database
    .select({
      name: groups.name,
      value: groups.value,
      software: groups.software,
      of: groups.of,
      count: groups.count,
    })
    .from(groups)
    .where(or(eq(groups.name, 'software'), gte(groups.customers, ENOUGH_COMPARED)))
    .orderBy(groups.name, groups.value, groups.software);
};

/** What people call the value of an attribute. Null for customers who have none. */
const labels = async (database: Database) => {
  const people = await peopleNames(database);
  const software = await softwareNames(database);
  return ({ name, value }: Pick<Associated, 'name' | 'value'>): string | null => {
    if (value === null) return null;
    if (name === 'software') return software.get(value) ?? value;
    const isPerson = name === 'accountManagerId' || name === 'invitedById';
    return isPerson ? (people.get(value) ?? null) : value;
  };
};

/**
 * The attributes that go with connecting more or less often within the set number of days, of those whose first journey
 * began in the period and at least that long ago: of younger ones, those that have connected would be the quick ones.
 */
export const dropoff = async (database: Database, scope: Scope) => {
  const { conversionDays: days } = scope;
  const labelOf = await labels(database);
  const { found, ...numbers } = associated(await tally(database, scope, days));
  return {
    days,
    ripe: ripePart(scope, days),
    ...numbers,
    found: found.map((one) => ({ ...one, label: labelOf(one) })),
  };
};
