import { useReference } from 'react-admin';
import type { UserRecord } from '../../api/users/resource.ts';

/** A colleague's name. People who were removed have none. */
export const PersonName = ({ id }: { id: string }) => {
  const { referenceRecord, isPending, error } = useReference<UserRecord>({
    reference: 'users',
    id,
  });
  return referenceRecord?.name ?? (isPending || error ? '…' : 'former team member');
};
