import { useReference } from 'react-admin';
import type { UserRecord } from '../../../api/users/resource.ts';
import { personLabel } from '../../../common/person-label.ts';

/** A colleague's name, and that they have left if so. */
export const PersonName = ({ id }: { id: string }) => {
  const { referenceRecord, isPending, error } = useReference<UserRecord>({
    reference: 'users',
    id,
  });
  if (referenceRecord) return personLabel(referenceRecord);
  return isPending || error ? '…' : 'former team member';
};
