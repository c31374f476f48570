import type { Customer } from '../database/schema/index.ts';
import type { CodatClient } from './client.ts';

/** Hosts of Codat’s own pages. */
const CODAT = /(^|\.)codat\.io$/;

/** The longest URL that servers and browsers accept everywhere. */
const LONGEST_URL = 4000;

/**
 * Whether we may lead anyone to a URL: only to Codat’s hosts or to the origin of the sandbox’s Link URLs. A response
 * from Codat’s API must not lead them anywhere else.
 */
export const mayLeadTo = (href: string, linkOrigin: string): boolean => {
  const url = href.length > LONGEST_URL ? null : URL.parse(href);
  if (!url || url.username || url.password) return false;
  return url.origin === linkOrigin || (url.protocol === 'https:' && CODAT.test(url.hostname));
};

/**
 * Fetches a customer’s current Link URL from Codat. It may contain a one-time password, valid for a single use within a
 * day, so fetch it only when needed. A connection that isn’t linked yet has its own, which leads straight to the
 * software’s approval page. `url` is null when Codat has none that people may be led to. `linked` is true when the
 * customer’s current connection needs no approval.
 * @throws CodatRefusal, CodatUnavailable
 */
export const freshLinkUrl = async (
  codat: Pick<CodatClient, 'company'>,
  { id, connectionId }: Pick<Customer, 'id' | 'connectionId'>,
  linkOrigin: string,
) => {
  const { redirect, dataConnections } = await codat.company(id);
  const current = dataConnections?.find((connection) => connection.id === connectionId);
  const linked = current?.status === 'Linked';
  const safe = (url: string | null | undefined) => (url && mayLeadTo(url, linkOrigin) ? url : null);
  return !linked && current?.linkUrl
    ? { url: safe(current.linkUrl), kind: 'connection' as const, linked }
    : { url: safe(redirect), kind: 'company' as const, linked };
};

/** The redirect to set in Codat’s portal, which brings customers back to us. Codat fills in the {placeholders}. */
export const returnUrl = (publicUrl: string): string =>
  `${publicUrl}/return?journey={journey}&statusCode={statusCode}&statusText={statusText}` +
  '&connectionId={connectionId}&companyId={companyId}&platform={platform}';
