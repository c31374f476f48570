import { useReference } from 'react-admin';
import type { SoftwareRecord } from '../../api/software/resource.ts';
import { ASKED_ONCE } from './server/askedOnce.ts';

/**
 * The accounting software with an id; undefined until loaded, null when there is none. One request serves all rows that
 * ask at the same time.
 */
export const useSoftware = (id: string | null): SoftwareRecord | null | undefined => {
  const { referenceRecord, isPending } = useReference<SoftwareRecord>({
    reference: 'software',
    id: id ?? '',
    // A part that appears once this has failed must not ask again: it would be hidden while it does, and reappear.
    options: { ...ASKED_ONCE, enabled: id !== null, retryOnMount: false },
  });
  if (id !== null && isPending) return undefined;
  return referenceRecord ?? null;
};
