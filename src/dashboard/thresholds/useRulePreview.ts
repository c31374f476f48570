import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { StuckReason } from '../../journey/stuck.ts';
import { api } from '../shared/api.ts';

/** A threshold as a query; what it leaves out is as stored. */
type Change = { hours?: string; onPremiseHours?: string; workingTime: 'true' | 'false' };

/** In milliseconds. The server keeps what was observed for as long. */
const FRESH = 60_000;

/** What a threshold would do, and how long customers take to go on. */
export const useRulePreview = (id: StuckReason, change: Change) =>
  useQuery({
    queryKey: ['threshold-preview', id, change],
    queryFn: async () =>
      (await api.stuckRules[':id'].preview.$get({ param: { id }, query: change })).json(),
    placeholderData: keepPreviousData,
    staleTime: FRESH,
    retry: false,
  });
