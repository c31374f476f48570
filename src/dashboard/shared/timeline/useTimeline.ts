import { useState } from 'react';
import { useGetList } from 'react-admin';
import type { EmailRecord } from '../../../api/emails/resource.ts';
import type { EventRecord } from '../../../api/events/resource.ts';
import type { NoteRecord } from '../../../api/notes/resource.ts';
import { mergeTimeline } from './mergeTimeline.ts';

const PAGE = 50;

const byCreation = { field: 'createdAt', order: 'DESC' } as const;

/** A customer’s events, notes and emails together, the newest first: at first so many of each. */
export const useTimeline = (customerId: string, atFirst = PAGE) => {
  const [length, setLength] = useState(atFirst);
  const pagination = { page: 1, perPage: length };
  const filter = { customerId };
  const events = useGetList<EventRecord>('events', {
    filter,
    pagination,
    sort: { field: 'occurredAt', order: 'DESC' },
  });
  const notes = useGetList<NoteRecord>('notes', { filter, pagination, sort: byCreation });
  const emails = useGetList<EmailRecord>('emails', { filter, pagination, sort: byCreation });
  const isPending = events.isPending || notes.isPending || emails.isPending;
  const lists = [events, notes, emails];
  const failed = lists.filter(({ data, error }) => error && !data);
  const part = <T>({ data = [], total = 0 }: { data?: T[]; total?: number }) => ({
    rows: data,
    complete: total <= data.length,
  });
  return {
    // One list without the others would show calls and emails as bare events first.
    entries: isPending ? [] : mergeTimeline(part(events), part(notes), part(emails)),
    isPending,
    error: failed[0]?.error,
    retry: () => {
      for (const { refetch } of failed) refetch();
    },
    more: lists.some(({ total = 0 }) => total > length),
    showMore: () => setLength(length + PAGE),
  };
};
