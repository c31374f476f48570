import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Metric, MetricAnswer, MetricQuery } from '../../../api/metrics/routes.ts';
import { addHours, toInstant } from '../../../journey/instant.ts';
import { fetchJson } from '../http.ts';
import type { Days } from './useScope.ts';

type Parameters<Name extends Metric> = Omit<MetricQuery<Name>, 'from' | 'to'>;

/** A metric’s parameters, but with a number of days up to now instead of a period, and null for filters that are not set. */
type Asked<Name extends Metric> = { days?: Days } & {
  [Parameter in keyof Parameters<Name>]?: Parameters<Name>[Parameter] | null;
};

const urlOf = (name: Metric, { days, ...parameters }: Asked<Metric>): string => {
  const search = new URLSearchParams();
  if (days) search.set('from', addHours(toInstant(Date.now()), -24 * Number(days)));
  for (const [parameter, value] of Object.entries<string | null | undefined>(parameters))
    if (value) search.set(parameter, value);
  return `/api/metrics/${name}?${search}`;
};

/**
 * Loads a metric; the previous numbers stay until the new ones arrive. The query key is that of a customer list, so the
 * numbers reload whenever a customer changes.
 */
export const useMetrics = <Name extends Metric>(name: Name, asked: Asked<Name>) =>
  useQuery<MetricAnswer<Name>>({
    queryKey: ['customers', 'metrics', { name, ...asked }],
    queryFn: async ({ signal }) => (await fetchJson(urlOf(name, asked), { signal })).json,
    placeholderData: keepPreviousData,
    // Like react-admin’s lists: show an error at once instead of retrying in silence.
    retry: false,
  });
