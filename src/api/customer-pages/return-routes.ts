import { Hono } from 'hono';
import { canonicalKey } from '../../codat/descriptions.ts';
import { loadWorkspace } from '../../database/settings.ts';
import { createRateLimit, type Rate, tooMany } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';
import type { Html } from './document.ts';
import { connectedPage } from './other-pages.ts';
import { confirmingPage, failedPage, neutralPage, welcomePage } from './return-page.ts';
import { type Hint, reasonOf, recordFailure, recordSuccess, returnHint } from './returns.ts';
import { findSoftware, findVisit, linkPath, type Visit } from './visit.ts';

/** Each may send a request to Codat. */
const RETURNS: Rate = { perAddress: 120, inAll: 600 };

/** 200: connected now, 201: connected before, 4xx and 5xx: failed. */
const isSuccess = ({ statusCode }: Hint): boolean => /^20[01]$/.test(statusCode);
const isFailure = ({ statusCode }: Hint): boolean => /^[45]\d\d$/.test(statusCode);

/** Nobody can return from a link that was never opened, and a journey of another company isn’t this customer’s. */
const isTheirs = ({ link, customer }: Visit, { companyId }: Hint): boolean =>
  link.openings > 0 && (companyId === '' || companyId === customer.id);

/** The page that Codat redirects to. Anyone can make up its address, so it proves nothing. */
export const returnRoutes = (ports: Ports): Hono => {
  const returns = createRateLimit(ports, RETURNS);

  const failed = async (visit: Visit, hint: Hint): Promise<Html> => {
    await recordFailure(ports, visit, hint);
    if (visit.customer.connected) return connectedPage(visit);
    const named = await findSoftware(ports.database, canonicalKey(hint.platform));
    const link = linkPath(ports, visit);
    const software = named ?? visit.software;
    return failedPage({ visit, reason: reasonOf(hint), software, link });
  };

  const pageFor = async (hint: Hint, address: string): Promise<Html> => {
    const visit = await findVisit(ports, hint.journey);
    if (visit && isTheirs(visit, hint)) {
      if (isFailure(hint)) return failed(visit, hint);
      if (isSuccess(hint))
        return (await recordSuccess(ports, visit, hint))
          ? welcomePage(visit)
          : confirmingPage(visit, address);
    }
    return neutralPage(await loadWorkspace(ports.database));
  };

  return new Hono().get('/return', async (context) => {
    const seconds = returns.take(context);
    if (seconds !== null) throw tooMany(seconds);
    const { pathname, search } = new URL(context.req.url);
    const hint = returnHint.parse(context.req.query());
    return context.html(await pageFor(hint, pathname + search));
  });
};
