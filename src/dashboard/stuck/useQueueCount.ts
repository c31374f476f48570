import { useListContext } from 'react-admin';
import type { QueueAnswer } from '../../api/metrics/answers.ts';
import { useMetrics } from '../shared/metrics/useMetrics.ts';

export type Group = QueueAnswer['groups'][number];

/** By what the queue can be narrowed, and to what. */
export type Narrowing = Partial<Pick<Group, 'priority' | 'stage' | 'software'>>;

/** All who are stuck, in groups. */
export const useQueueGroups = (): Group[] => useMetrics('queue', {}).data?.groups ?? [];

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
