import type { Customer } from '../database/schema/index.ts';
import type { CodatClient } from './client.ts';

/** Hosts of Codat’s own pages. */
const CODAT = /(^|\.)codat\.io$/;

/**
 * Fetches a customer’s current Link URL from Codat. It may contain a one-time password, valid for a single use within a
 * day, so fetch it only when needed. A connection that isn’t linked yet has its own, which leads straight to the
 * software’s approval page. `linked` is true when the customer’s current connection needs no approval.
 * @throws CodatRefusal, CodatUnavailable
 */
export const freshLinkUrl = async (
  codat: Pick<CodatClient, 'company'>,
  { id, connectionId }: Pick<Customer, 'id' | 'connectionId'>,
) => {
  const { redirect, dataConnections } = await codat.company(id);
  const current = dataConnections?.find((connection) => connection.id === connectionId);
  const linked = current?.status === 'Linked';
  return !linked && current?.linkUrl
    ? { url: current.linkUrl, kind: 'connection' as const, linked }
    : { url: redirect ?? null, kind: 'company' as const, linked };
};

/**
 * Whether we may redirect customers to a URL: only to Codat’s hosts or to the origin of the sandbox’s Link URLs. A
 * response from Codat’s API must not redirect them anywhere else.
 */
export const mayLeadTo = (href: string, linkOrigin: string): boolean => {
  const url = URL.parse(href);
  if (!url || url.username || url.password) return false;
  return url.origin === linkOrigin || (url.protocol === 'https:' && CODAT.test(url.hostname));
};

/** The redirect to set in Codat’s portal, which brings customers back to us. Codat fills in the {placeholders}. */
export const returnUrl = (publicUrl: string): string =>
  `${publicUrl}/return?journey={journey}&statusCode={statusCode}&statusText={statusText}` +
  '&connectionId={connectionId}&companyId={companyId}&platform={platform}';
