import type { LinkUrl } from '../../api/link-url.ts';
import { fetchJson } from '../http.ts';

/** A fresh Link URL from Codat: the pending connection's own, else the company's. */
export const fetchLinkUrl = async (customerId: string): Promise<LinkUrl> =>
  (await fetchJson(`/api/customers/${encodeURIComponent(customerId)}/link-url`)).json;
