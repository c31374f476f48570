import { useListContext } from 'react-admin';
import type { QueueAnswer } from '../../api/metrics/answers.ts';
import { useMetrics } from '../shared/metrics/useMetrics.ts';

export type Group = QueueAnswer['groups'][number];

/** The filters of the queue, with their values. */
export type Narrowing = Partial<Pick<Group, 'priority' | 'stage' | 'software'>>;

/** All stuck customers, counted by priority, stage and software. */
export const useQueueGroups = (): Group[] => useMetrics('queue', {}).data?.groups ?? [];

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
