import { NOT_PAUSED } from '../../../journey/clock/pause.ts';
import { sameFieldsOf } from '../../activity/details.ts';
import type { CustomerRecord } from '../resource.ts';
import type { Restore, State } from './body.ts';
import type { Planned } from './records.ts';

/** A chosen account manager who is the owner in Codat as well stands for following that owner. */
const followed = ({ accountManagerId, ownerManagerId }: CustomerRecord): State => ({
  accountManagerId: accountManagerId === ownerManagerId ? null : accountManagerId,
});

type States = { is: State; was: State };

const statesOf = ({ customer, change }: Planned, after: CustomerRecord): States => {
  if (change.kind !== 'edit') {
    // Closing ends a snooze or wait.
    const paused = customer.waiting && sameFieldsOf(customer, NOT_PAUSED);
    return { is: { closedAt: after.closedAt }, was: { closedAt: null, ...paused } };
  }
  const { fields } = change;
  const manager = fields.accountManagerId !== undefined && followed(customer);
  return {
    is: sameFieldsOf(after, fields),
    was: { ...sameFieldsOf(customer, fields), ...manager },
  };
};

/**
 * What undoes the changes: one entry for all customers who had and got the same values. Leaves out those that the person
 * no longer sees, because they gave them away. Null if there is nothing to undo.
 */
export const undoOf = (
  planned: readonly Planned[],
  after: ReadonlyMap<string, CustomerRecord>,
): Restore | null => {
  const states = planned.flatMap((one) => {
    const changed = after.get(one.customer.id);
    return changed ? [{ id: changed.id, ...statesOf(one, changed) }] : [];
  });
  const groups = Map.groupBy(states, ({ is, was }) => JSON.stringify({ is, was }));
  const changes = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ids: group.map(({ id }) => id), is: first.is, was: first.was }] : [];
  });
  return changes.length > 0 ? { action: 'restore', changes } : null;
};
