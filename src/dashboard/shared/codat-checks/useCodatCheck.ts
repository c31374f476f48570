import { useMutation } from '@tanstack/react-query';
import { useGetList, useNotify, useRefresh } from 'react-admin';
import type { CodatCheckRecord } from '../../../api/codat-checks/resource.ts';
import { api } from '../api.ts';

/** The last check of a customer in Codat, by anyone, and a function that asks now. */
export const useCodatCheck = (customerId: string) => {
  const notify = useNotify();
  const refresh = useRefresh();
  const { data } = useGetList<CodatCheckRecord>('codat-checks', {
    filter: { customerId },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'requestedAt', order: 'DESC' },
  });
  const { mutate: check, isPending } = useMutation({
    mutationFn: () =>
      api.checks.api.customers[':id'].check.$post({
        param: { id: encodeURIComponent(customerId) },
      }),
    onError: (error) => notify(error.message, { type: 'error' }),
    onSettled: refresh,
  });
  const last = data?.[0];
  return { last, check: () => check(), checking: isPending || last?.state === 'running' };
};
