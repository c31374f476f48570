import type { Customer } from '../database/schema/index.ts';
import type { CodatClient } from './client.ts';

/** Codat's own pages are at these hosts. */
const CODAT = /(^|\.)codat\.io$/;

/**
 * A customer's Link URL as Codat has it now: it may carry a one-time password, good for a single use within a day, so
 * it is fetched when it is needed. A connection that is not linked yet has one of its own, which leads straight to the
 * software's approval. `linked` says that the connection the customer is at needs none any more.
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
 * Whether customers may be sent there: to one of Codat's hosts, or to where the sandbox's Link URLs lead. What Codat's
 * API answers must not become a way to send them anywhere else.
 */
export const mayLeadTo = (address: string, linkOrigin: string): boolean => {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  return url.origin === linkOrigin || (url.protocol === 'https:' && CODAT.test(url.hostname));
};

/** The redirect to set in Codat’s portal, which brings customers back to us. Codat fills in the {placeholders}. */
export const returnUrl = (publicUrl: string): string =>
  `${publicUrl}/return?journey={journey}&statusCode={statusCode}&statusText={statusText}` +
  '&connectionId={connectionId}&companyId={companyId}&platform={platform}';
