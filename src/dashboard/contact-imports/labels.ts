import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import type { Tone } from '../shared/Pill.tsx';

/** An import’s status. A step without its time is running, or was interrupted. */
export const stateOf = ({
  state,
  appliedAt,
  undoneAt,
}: ContactImportRecord): { label: string; tone: Tone } => {
  if (state === 'previewed') return { label: 'Ready to apply', tone: 'brand' };
  if (state === 'applied')
    return appliedAt ? { label: 'Applied', tone: 'good' } : { label: 'Applying…', tone: 'warn' };
  if (!undoneAt) return { label: 'Undoing…', tone: 'warn' };
  return { label: appliedAt ? 'Undone' : 'Discarded', tone: 'neutral' };
};

/** Whether a step was started and is not finished. */
export const isUnfinished = ({ state, appliedAt, undoneAt }: ContactImportRecord): boolean =>
  (state === 'applied' && !appliedAt) || (state === 'undone' && !undoneAt);
