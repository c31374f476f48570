import type { DataProvider, GetListParams, RaRecord } from 'react-admin';

/** The most records that the API returns at once. */
const PER_PAGE = 1000;

/** All records of a list, fetched page by page. */
export const fetchAll = async <R extends RaRecord>(
  dataProvider: DataProvider,
  resource: string,
  params: Required<Pick<GetListParams, 'sort' | 'filter'>>,
): Promise<R[]> => {
  const records: R[] = [];
  for (let page = 1; ; page += 1) {
    const pagination = { page, perPage: PER_PAGE };
    const { data } = await dataProvider.getList<R>(resource, { ...params, pagination });
    records.push(...data);
    if (data.length < PER_PAGE) return records;
  }
};
