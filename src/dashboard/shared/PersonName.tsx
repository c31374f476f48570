import { useReference } from 'react-admin';
import type { UserRecord } from '../../api/users/resource.ts';

/** The name of a colleague; whoever was removed has none any more. */
export const PersonName = ({ id }: { id: string }) => {
  const { referenceRecord, isPending } = useReference<UserRecord>({ reference: 'users', id });
  return referenceRecord?.name ?? (isPending ? '…' : 'someone who has left');
};
