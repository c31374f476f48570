import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Metric, MetricAnswer, MetricQuery } from '../../../api/metrics/routes.ts';
import type { UnitPeriod } from '../../../journey/metrics/named-period.ts';
import { fetchJson } from '../http.ts';

type Parameters<Name extends Metric> = Omit<MetricQuery<Name>, keyof UnitPeriod>;

/** A metric’s parameters, with null for filters that are not set, and for a period that is not known yet. */
type Asked<Name extends Metric> = { period?: UnitPeriod | null } & {
  [Parameter in keyof Parameters<Name>]?: Parameters<Name>[Parameter] | null;
};

const urlOf = (name: Metric, { period, ...parameters }: Asked<Metric>): string => {
  const search = new URLSearchParams();
  const all = { ...period, ...parameters };
  for (const [parameter, value] of Object.entries<string | null | undefined>(all))
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
    enabled: asked.period !== null,
    placeholderData: keepPreviousData,
    // Like react-admin’s lists: show an error at once instead of retrying in silence.
    retry: false,
  });
