import type { CLOSE_REASONS } from '../../../common/event-types.ts';
import { NOT_PAUSED } from '../../../journey/clock/pause.ts';
import type { JourneyEvent, PauseChange } from '../../../journey/events.ts';
import type { Instant } from '../../../journey/instant.ts';
import { changeLabels, MOST_LABELS } from '../../../journey/profile/customer-labels.ts';
import { changedFields } from '../../activity/details.ts';
import { pauseChange } from '../pause.ts';
import type { CustomerRecord } from '../resource.ts';
import type { BulkChange, SkipReason, State } from './body.ts';

type Profile = NonNullable<JourneyEvent<'customer.updated'>['data']['customer']>;

/** What happens to one customer. */
export type Change =
  | { kind: 'edit'; fields: Profile }
  | { kind: 'close'; reason: (typeof CLOSE_REASONS)[number] }
  | { kind: 'reopen'; fields: Profile };

type Plan = (customer: CustomerRecord) => Change | SkipReason;

const edit = (customer: CustomerRecord, fields: Profile): Change | SkipReason =>
  Object.keys(changedFields(customer, fields)).length > 0 ? { kind: 'edit', fields } : 'already';

const pause = (customer: CustomerRecord, change: PauseChange, now: Instant) =>
  customer.closed ? 'closed' : edit(customer, pauseChange(customer, change, now));

const restored = (customer: CustomerRecord, is: State, was: State): Change | SkipReason => {
  if (Object.keys(changedFields(customer, is)).length > 0) return 'changed_since';
  const { closedAt, ...fields } = was;
  return closedAt === null ? { kind: 'reopen', fields } : edit(customer, fields);
};

const planOf = (body: BulkChange, now: Instant): Plan => {
  switch (body.action) {
    case 'assign':
      return (customer) => edit(customer, { assigneeId: body.assigneeId });
    case 'manager':
      return (customer) => edit(customer, { accountManagerId: body.accountManagerId });
    case 'snooze':
      return (customer) => pause(customer, { ...NOT_PAUSED, snoozedUntil: body.snoozedUntil }, now);
    case 'wait': {
      const { waitingFor, waitingUntil, waitingNote } = body;
      const wait = { ...NOT_PAUSED, waitingFor, waitingUntil, waitingNote };
      return (customer) => pause(customer, wait, now);
    }
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

/** What happens to each customer, or why they are skipped. `moved` has the IDs of those with an event since a preview. */
export const planFor = (body: BulkChange, moved: ReadonlySet<string>, now: Instant): Plan => {
  const plan = planOf(body, now);
  return (customer) => {
    if (customer.deletedAt) return 'deleted';
    return moved.has(customer.id) ? 'changed_since' : plan(customer);
  };
};
