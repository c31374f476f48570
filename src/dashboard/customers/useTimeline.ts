import { useState } from 'react';
import { useGetList } from 'react-admin';
import type { EmailRecord } from '../../api/resources/emails.ts';
import type { EventRecord } from '../../api/resources/events.ts';
import type { NoteRecord } from '../../api/resources/notes.ts';
import { mergeTimeline } from './mergeTimeline.ts';

const PAGE = 50;

/** A customer's events, notes and unsent e-mails together, the newest first. */
export const useTimeline = (customerId: string) => {
  const [length, setLength] = useState(PAGE);
  const pagination = { page: 1, perPage: length };
  const filter = { customerId };
  const events = useGetList<EventRecord>('events', {
    filter,
    pagination,
    sort: { field: 'occurredAt', order: 'DESC' },
  });
  const notes = useGetList<NoteRecord>('notes', {
    filter,
    pagination,
    sort: { field: 'createdAt', order: 'DESC' },
  });
  const unsent = useGetList<EmailRecord>('emails', {
    filter: { ...filter, state_neq: 'sent' },
    pagination,
    sort: { field: 'createdAt', order: 'DESC' },
  });
  const isPending = events.isPending || notes.isPending;
  const part = <T>({ data = [], total = 0 }: { data?: T[]; total?: number }) => ({
    rows: data,
    complete: total <= data.length,
  });
  return {
    // One without the other would show a call as a bare event first.
    entries: isPending ? [] : mergeTimeline(part(events), part(notes), unsent.data),
    isPending,
    more: (events.total ?? 0) > length || (notes.total ?? 0) > length,
    showMore: () => setLength(length + PAGE),
  };
};
