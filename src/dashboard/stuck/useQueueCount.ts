import { useQuery } from '@tanstack/react-query';
import { useListContext } from 'react-admin';
import type { QueueAnswer } from '../../api/metrics/answers.ts';
import { fetchJson } from '../http.ts';

export type Group = QueueAnswer['groups'][number];

/** By what the queue can be narrowed, and to what. */
export type Narrowing = Partial<Pick<Group, 'priority' | 'stage' | 'software'>>;

/** All who are stuck, in groups. Its key is that of a list of customers, so that it follows them live. */
export const useQueueGroups = (): Group[] => {
  const { data } = useQuery<QueueAnswer>({
    queryKey: ['customers', 'queue'],
    queryFn: async () => (await fetchJson('/api/metrics/queue')).json,
    retry: false,
  });
  return data?.groups ?? [];
};

/** How many stuck customers a filter leaves, together with those filters that are set beside it. */
export const useQueueCount = (narrowing: Narrowing): number => {
  const { filterValues } = useListContext();
  const { priority, stage, software }: Narrowing = { ...filterValues, ...narrowing };
  return useQueueGroups()
    .filter(
      (group) =>
        (priority ?? group.priority) === group.priority &&
        (stage ?? group.stage) === group.stage &&
        (software ?? group.software) === group.software,
    )
    .reduce((sum, { count }) => sum + count, 0);
};
