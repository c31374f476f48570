import simpleRestProvider from 'ra-data-simple-rest';
import type { fetchUtils } from 'react-admin';
import { fetchJson } from './shared/http.ts';
import { unreachable } from './shared/server/request.ts';

/** Some networks answer every request with a page of their own. */
const fetchRecords: typeof fetchUtils.fetchJson = async (...request) => {
  const response = await fetchJson(...request);
  if (response.json === undefined) throw unreachable();
  return response;
};

export const dataProvider = simpleRestProvider('/api', fetchRecords);
