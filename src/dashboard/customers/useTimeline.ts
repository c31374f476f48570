import { useState } from 'react';
import { useGetList } from 'react-admin';
import type { EventRecord } from '../../api/resources/events.ts';
import type { NoteRecord } from '../../api/resources/notes.ts';
import { describeEvent, describeNote, type TimelineEntry } from './timelineEntries.ts';
import { withoutRepeats } from './withoutRepeats.ts';

const PAGE = 50;

/** A customer's events and notes together, the newest first. */
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
  const entries: TimelineEntry[] = [
    ...withoutRepeats(events.data ?? []).map(describeEvent),
    ...(notes.data ?? []).map(describeNote),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return {
    entries,
    isPending: events.isPending || notes.isPending,
    more: (events.total ?? 0) > length || (notes.total ?? 0) > length,
    showMore: () => setLength(length + PAGE),
  };
};
