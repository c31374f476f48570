import { useReference } from 'react-admin';
import type { UserRecord } from '../../../api/users/resource.ts';
import { ASKED_ONCE } from '../server/askedOnce.ts';

/** The colleague with an id; undefined until loaded, null when there is none. One request serves all rows that ask. */
export const usePerson = (id: string): UserRecord | null | undefined => {
  const { referenceRecord, isPending, error } = useReference<UserRecord>({
    reference: 'users',
    id,
    options: ASKED_ONCE,
  });
  if (referenceRecord) return referenceRecord;
  return isPending || error ? undefined : null;
};
