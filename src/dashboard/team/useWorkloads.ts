import { useQuery } from '@tanstack/react-query';
import type { Workload } from '../../api/users/routes.ts';
import { api } from '../shared/api.ts';

const NOTHING: Omit<Workload, 'id'> = { portfolio: 0, cases: 0, openCases: 0 };

/** What is in each person’s hands, by their id. Undefined until known. */
export const useWorkloads = (): ((id: string) => Omit<Workload, 'id'> | undefined) => {
  const { data } = useQuery({
    // Starts with the resource whose changes it follows.
    queryKey: ['customers', 'workloads'],
    queryFn: async () => (await api.users.workloads.$get()).json(),
  });
  const byId = data && new Map(data.map((workload) => [workload.id, workload]));
  return (id) => byId && (byId.get(id) ?? NOTHING);
};
