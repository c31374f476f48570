import { useListContext } from 'react-admin';
import type { QueueGroup } from '../../api/metrics/queue.ts';
import { useMetrics } from '../shared/metrics/useMetrics.ts';

/** The fields that the queue can be filtered by, with their values. */
export type Narrowing = Partial<Pick<QueueGroup, 'priority' | 'stage' | 'software'>>;

/** The number of stuck customers in each group; undefined until known. */
export const useQueueGroups = (): QueueGroup[] | undefined => useMetrics('queue', {}).data?.groups;

/** The number of stuck customers that match a filter combined with the others that are set. */
export const useQueueCount = (narrowing: Narrowing): number | undefined => {
  const { filterValues } = useListContext();
  const { priority, stage, software }: Narrowing = { ...filterValues, ...narrowing };
  return useQueueGroups()
    ?.filter(
      (group) =>
        (priority ?? group.priority) === group.priority &&
        (stage ?? group.stage) === group.stage &&
        (software ?? group.software) === group.software,
    )
    .reduce((sum, { count }) => sum + count, 0);
};
