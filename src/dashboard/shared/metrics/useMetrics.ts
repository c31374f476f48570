import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { Metric, MetricAnswer, MetricQuery } from '../../../api/metrics/routes.ts';
import type { UnitPeriod } from '../../../journey/metrics/named-period.ts';
import { fetchJson } from '../http.ts';
import { readInBackground } from '../server/background.ts';

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

/** What all metrics’ keys begin with: that of a customer list, so they are read again whenever a customer changes. */
export const METRICS_KEY = ['customers', 'metrics'] as const;

/** Asks for the last numbers, at most an hour old, if new ones would take a while. */
const LAST = { accept: 'application/json', 'cache-control': 'max-stale=3600' };

/** How a metric is read: the first time, with the last numbers that anybody got until the new ones are there. */
export const metricOptions = <Name extends Metric>(name: Name, asked: Asked<Name>) =>
  queryOptions<MetricAnswer<Name>>({
    queryKey: [...METRICS_KEY, { name, ...asked }],
    queryFn: async ({ client, queryKey, signal }) => {
      const url = urlOf(name, asked);
      if (client.getQueryData(queryKey) !== undefined)
        return (await fetchJson(url, { signal })).json;
      const { json, headers } = await fetchJson(url, { signal, headers: new Headers(LAST) });
      if (!headers.has('age')) return json;
      client.setQueryData(queryKey, json);
      return (await readInBackground(() => fetchJson(url, { signal }))).json;
    },
    enabled: asked.period !== null,
    placeholderData: keepPreviousData,
    // Like react-admin’s lists: show an error at once instead of retrying in silence.
    retry: false,
  });

/** Loads a metric; the previous numbers stay until the new ones arrive. */
export const useMetrics = <Name extends Metric>(name: Name, asked: Asked<Name>) =>
  useQuery(metricOptions(name, asked));
