import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import type { Tone } from '../shared/Pill.tsx';

/** Where an import is. One without the time at which its step was done is at it, or was stopped. */
export const stateOf = ({
  state,
  appliedAt,
  undoneAt,
}: ContactImportRecord): { label: string; tone: Tone } => {
  if (state === 'previewed') return { label: 'Not applied yet', tone: 'brand' };
  if (state === 'applied')
    return appliedAt
      ? { label: 'Applied', tone: 'good' }
      : { label: 'Being applied', tone: 'warn' };
  if (!undoneAt) return { label: 'Being undone', tone: 'warn' };
  return { label: appliedAt ? 'Undone' : 'Discarded', tone: 'neutral' };
};

/** Whether a step was begun and is not done. */
export const isUnderWay = ({ state, appliedAt, undoneAt }: ContactImportRecord): boolean =>
  (state === 'applied' && !appliedAt) || (state === 'undone' && !undoneAt);
