import { useCanAccess, useGetIdentity } from 'react-admin';
import { type Action, type ResourceName, type Role, refusal } from '../../../common/permissions.ts';

/** Whether the person may do something with a record, and why not. Allowed until both are known. */
export const useMay = (action: Action, resource: ResourceName, record: { id: string }) => {
  const { canAccess = true } = useCanAccess({ action, resource, record });
  const { identity } = useGetIdentity();
  const role: Role | undefined = identity?.role;
  return { allowed: canAccess, reason: canAccess || !role ? '' : refusal(role, action, resource) };
};
