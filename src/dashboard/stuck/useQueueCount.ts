import { useListContext } from 'react-admin';
import type { QueueGroup } from '../../api/metrics/queue.ts';
import { useMetrics } from '../shared/metrics/useMetrics.ts';

/** By what the queue can be narrowed, and to what. */
export type Narrowing = Partial<Pick<QueueGroup, 'priority' | 'stage' | 'software'>>;

/** All who are stuck, in groups. */
export const useQueueGroups = (): QueueGroup[] => useMetrics('queue', {}).data?.groups ?? [];

/** How many stuck customers match a filter together with the other filters that are set. */
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
