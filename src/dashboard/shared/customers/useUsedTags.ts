import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';

const usedLabels = async () => (await api.customers.labels.$get()).json();

/** The team’s tags that customers have, the most used first. Empty until known. */
export const useUsedTags = (): string[] =>
  useQuery({ queryKey: ['customers', 'labels'], queryFn: usedLabels }).data?.map(
    ({ label }) => label,
  ) ?? [];
