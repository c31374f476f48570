import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  FunnelAnswer,
  OverviewAnswer,
  QueueAnswer,
  ReasonsAnswer,
  SoftwareAnswer,
  WeeklyAnswer,
} from '../../../api/metrics/answers.ts';
import { addHours, toInstant } from '../../../journey/instant.ts';
import { fetchJson } from '../http.ts';
import type { Scope } from './useScope.ts';

type Answers = {
  overview: OverviewAnswer;
  funnel: FunnelAnswer;
  software: SoftwareAnswer;
  weekly: WeeklyAnswer;
  reasons: ReasonsAnswer;
  queue: QueueAnswer;
};

const addressOf = (name: string, { days, ...of }: Partial<Scope>): string => {
  const from = days && addHours(toInstant(Date.now()), -24 * Number(days));
  const given = Object.entries({ from, ...of }).filter(([, value]) => value);
  return `/api/metrics/${name}?${new URLSearchParams(given as [string, string][])}`;
};

/**
 * The numbers of a scope; those of the scope before stay until they are there. Their key is that of a list of customers,
 * so that they follow whatever happens to one.
 */
export const useMetrics = <Name extends keyof Answers>(name: Name, scope: Partial<Scope>) =>
  useQuery<Answers[Name]>({
    queryKey: ['customers', 'metrics', { name, ...scope }],
    queryFn: async ({ signal }) => (await fetchJson(addressOf(name, scope), { signal })).json,
    placeholderData: keepPreviousData,
    // As react-admin’s lists do: whoever waits for numbers is told at once why they don’t come.
    retry: false,
  });
