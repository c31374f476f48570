import { changeLabels, MOST_LABELS } from '../../../journey/customer-labels.ts';
import type { CLOSE_REASONS, JourneyEvent } from '../../../journey/events.ts';
import { changedFields } from '../../activity/details.ts';
import type { CustomerRecord } from '../resource.ts';
import type { BulkChange, SkipReason, State } from './body.ts';

type Profile = NonNullable<JourneyEvent<'customer.updated'>['data']['customer']>;

/** What happens to one customer. */
export type Change =
  | { kind: 'edit'; fields: Profile }
  | { kind: 'close'; reason: (typeof CLOSE_REASONS)[number] }
  | { kind: 'reopen' };

type Plan = (customer: CustomerRecord) => Change | SkipReason;

const edit = (customer: CustomerRecord, fields: Profile): Change | SkipReason =>
  Object.keys(changedFields(customer, fields)).length > 0 ? { kind: 'edit', fields } : 'already';

const restored = (customer: CustomerRecord, is: State, was: State): Change | SkipReason => {
  if (Object.keys(changedFields(customer, is)).length > 0) return 'changed_since';
  const { closedAt, ...fields } = was;
  return closedAt === null ? { kind: 'reopen' } : edit(customer, fields);
};

const planOf = (body: BulkChange): Plan => {
  switch (body.action) {
    case 'assign':
      return (customer) => edit(customer, { assigneeId: body.assigneeId });
    case 'manager':
      return (customer) => edit(customer, { accountManagerId: body.accountManagerId });
    case 'snooze':
      return (customer) =>
        customer.closed ? 'closed' : edit(customer, { snoozedUntil: body.snoozedUntil });
    case 'close':
      return ({ closed }) => (closed ? 'closed' : { kind: 'close', reason: body.reason });
    case 'tag':
      return (customer) => {
        const labels = changeLabels(customer.labels, body);
        return labels.length > MOST_LABELS ? 'too_many_tags' : edit(customer, { labels });
      };
    case 'restore': {
      const changes = new Map(body.changes.flatMap((one) => one.ids.map((id) => [id, one])));
      return (customer) => {
        const change = changes.get(customer.id);
        return change ? restored(customer, change.is, change.was) : 'unknown';
      };
    }
  }
};

/** What happens to each customer, or why they are skipped. `moved` has the IDs of those to whom something has happened. */
export const planFor = (body: BulkChange, moved: ReadonlySet<string>): Plan => {
  const plan = planOf(body);
  return (customer) => {
    if (customer.deletedAt) return 'deleted';
    return moved.has(customer.id) ? 'changed_since' : plan(customer);
  };
};
