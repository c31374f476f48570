import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';

const usedTags = async (): Promise<string[]> => {
  const query = { by: JSON.stringify(['labels']) };
  const answer = await api.customerCounts.api.customers.groups.$get({ query });
  return ((await answer.json()).groups.labels ?? []).flatMap(({ value }) => value ?? []);
};

/** The team’s tags that customers have, the most used first. Empty until known. */
export const useUsedTags = (): string[] =>
  useQuery({ queryKey: ['customers', 'tags'], queryFn: usedTags }).data ?? [];
