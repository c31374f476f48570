import type { SyncRecord } from '../../api/syncs/resource.ts';
import type { Tone } from '../shared/Pill.tsx';

export const KIND_LABELS: Record<SyncRecord['kind'], string> = {
  changes: 'Incremental',
  full: 'Full',
};

export const STATES: Record<SyncRecord['state'], { label: string; tone: Tone }> = {
  running: { label: 'Running', tone: 'brand' },
  waiting: { label: 'Waiting', tone: 'warn' },
  done: { label: 'Done', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
};
