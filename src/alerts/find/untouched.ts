import { and, gt, inArray, isNotNull, lte, notInArray } from 'drizzle-orm';
import { EXPIRING } from '../../common/activity.ts';
import { isStuckAt } from '../../database/derived-columns.ts';
import { activity, customers } from '../../database/schema/index.ts';
import { addHours } from '../../journey/instant.ts';
import { STUCK_RULES } from '../../journey/stuck.ts';
import { customerPath } from '../paths.ts';
import { isOf } from '../scope.ts';
import type { Find } from './finding.ts';

const labelOf = (reason: string | null): string =>
  STUCK_RULES.find((rule) => rule.reason === reason)?.label ?? 'Stuck';

/**
 * Customers who have been stuck for the alert’s hours without anyone doing anything for them in that time. Looking at a
 * customer, or exporting them, isn’t doing anything.
 */
export const findUntouched: Find = async (database, { hours }, scope, now) => {
  const since = addHours(now, -(hours ?? 0));
  const touched = database
    .select({ id: activity.customerId })
    .from(activity)
    .where(
      and(
        isNotNull(activity.customerId),
        inArray(activity.actorKind, ['person', 'program']),
        notInArray(activity.action, [...EXPIRING]),
        gt(activity.at, since),
      ),
    );
  const { id, stuckReason } = customers;
  const found = await database
    .select({ id, stuckReason })
    .from(customers)
    .where(and(isOf(scope), isStuckAt(now), lte(customers.stuckAt, since), notInArray(id, touched)))
    .orderBy(customers.priority, customers.stuckAt, customers.id);
  return found.map((customer) => ({
    subject: customer.id,
    customerId: customer.id,
    label: null,
    reason: labelOf(customer.stuckReason),
    path: customerPath(customer.id),
  }));
};
