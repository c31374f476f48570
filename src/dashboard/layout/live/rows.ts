import type { Query, QueryClient } from '@tanstack/react-query';
import type { DataProvider, GetListResult, RaRecord } from 'react-admin';
import { readInBackground } from '../../shared/server/background.ts';
import { propertyOf } from './concerns.ts';

const LISTS = { queryKey: ['customers', 'getList'], type: 'active' } as const;

type Listed = Pick<GetListResult, 'data' | 'total'>;

/** Whether a row still belongs to a list, as far as that can be told here: such as in the queue, whose rows are stuck. */
const belongs = (row: RaRecord, filter: object): boolean =>
  Object.entries(filter).every(
    ([field, value]) => typeof value !== 'boolean' || !(field in row) || row[field] === value,
  );

const filterOf = ({ queryKey: [, , parameters] }: Query): object =>
  Object(propertyOf(parameters, 'filter'));

/** Reads the given customers again, for lists on the screen that show them. */
export const readRows = async (
  client: QueryClient,
  { getMany }: Pick<DataProvider, 'getMany'>,
  changed: ReadonlySet<string>,
  mayReplace: (query: Query) => boolean,
): Promise<void> => {
  const shown = client
    .getQueriesData<Listed>(LISTS)
    .flatMap(([, list]) => list?.data.map(({ id }) => String(id)) ?? []);
  const ids = [...changed].filter((id) => shown.includes(id));
  if (ids.length === 0) return;
  const { data } = await readInBackground(() => getMany('customers', { ids }));
  const fresh = new Map(data.map((row) => [row.id, row]));
  for (const query of client.getQueryCache().findAll(LISTS)) {
    if (!mayReplace(query)) continue;
    client.setQueryData<Listed>(query.queryKey, (list) => {
      if (!list?.data.some(({ id }) => fresh.has(id))) return list;
      const rows = list.data
        .map((row) => fresh.get(row.id) ?? row)
        .filter((row) => !fresh.has(row.id) || belongs(row, filterOf(query)));
      const gone = list.data.length - rows.length;
      return { ...list, data: rows, ...(list.total && { total: list.total - gone }) };
    });
  }
};
