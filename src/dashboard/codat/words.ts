import type { SyncRecord } from '../../api/resources/syncs.ts';
import type { Tone } from '../shared/Pill.tsx';

export const KIND_LABELS: Record<SyncRecord['kind'], string> = {
  changes: 'Changes',
  full: 'Everything',
};

export const STATES: Record<SyncRecord['state'], { label: string; tone: Tone }> = {
  running: { label: 'Running', tone: 'brand' },
  waiting: { label: 'Waiting', tone: 'warn' },
  done: { label: 'Done', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
};

/** A count with its noun, as in “1 page” or “1,200 companies”. */
export const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString()} ${count === 1 ? one : many}`;
