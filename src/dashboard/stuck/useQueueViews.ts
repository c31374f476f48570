import { useGetIdentity } from 'react-admin';
import { useNow } from '../shared/format/useNow.ts';
import type { BaseView } from '../shared/views/viewAddress.ts';

/** A view that comes with the queue: how its count reads, and what shows while it has no rows. */
export type QueueView = BaseView & {
  one: string;
  many: string;
  /** What it means, where its name doesn’t say it. */
  note?: string;
  empty: { title: string; text: string };
};

export const EVERYONE: QueueView = {
  ...{ id: 'everyone', label: 'Everyone’s', path: '/stuck', filter: { stuck: true } },
  one: 'customer needs attention',
  many: 'customers need attention',
  empty: { title: 'All clear', text: 'No one is stuck. New cases appear here automatically.' },
};

const NOBODY: QueueView = {
  ...{ id: 'nobody', label: 'Nobody’s', path: '/stuck/nobody' },
  filter: { stuck: true, assigneeId: null },
  one: 'customer has no assignee',
  many: 'customers have no assignee',
  empty: { title: 'Every case has an assignee', text: 'New cases appear here automatically.' },
};

const WAITING: QueueView = {
  ...{ id: 'waiting', label: 'Waiting', path: '/stuck/waiting' },
  filter: { waiting: true },
  one: 'customer is snoozed or waiting',
  many: 'customers are snoozed or waiting',
  note: 'They come back by themselves.',
  empty: {
    title: 'Nobody is waiting',
    text: 'Cases that you snooze are here until they come back.',
  },
};

const mine = (id: string): QueueView => ({
  ...{ id: 'mine', label: 'Mine', path: '/stuck/mine', relative: 'person' },
  filter: { stuck: true, assigneeId: id },
  one: 'of your customers is stuck',
  many: 'of your customers are stuck',
  empty: { title: 'None of yours', text: 'Cases that are assigned to you appear here.' },
});

const resolved = (midnight: number): QueueView => ({
  ...{ id: 'resolved', label: 'Resolved today', path: '/stuck/resolved', relative: 'day' },
  filter: { resolvedAt_gte: new Date(midnight).toISOString(), stuck: false },
  one: 'customer resolved today',
  many: 'customers resolved today',
  note: 'They were stuck until they moved on, connected or were closed, and aren’t stuck again.',
  empty: {
    title: 'Nothing resolved yet today',
    text: 'Customers who were stuck appear here once they move on, connect or are closed.',
  },
});

/** The views that come with the queue. Undefined until it is known who is signed in. */
export const useQueueViews = (): QueueView[] | undefined => {
  const { identity, isPending } = useGetIdentity();
  const midnight = new Date(useNow()).setHours(0, 0, 0, 0);
  if (isPending) return undefined;
  return [
    EVERYONE,
    ...(identity ? [mine(String(identity.id))] : []),
    NOBODY,
    WAITING,
    resolved(midnight),
  ];
};
