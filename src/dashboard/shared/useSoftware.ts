import { useReference } from 'react-admin';
import type { SoftwareRecord } from '../../api/software/resource.ts';

/**
 * What is known of a software; undefined until it is there, null where there is no such software. However many rows ask
 * at once, one request brings it for all.
 */
export const useSoftware = (id: string | null): SoftwareRecord | null | undefined => {
  const { referenceRecord, isPending } = useReference<SoftwareRecord>({
    reference: 'software',
    id: id ?? '',
    options: { enabled: id !== null },
  });
  if (id !== null && isPending) return undefined;
  return referenceRecord ?? null;
};
