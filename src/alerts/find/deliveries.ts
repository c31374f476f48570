import { and, desc, eq, gte, lte, or, sql } from 'drizzle-orm';
import { counted } from '../../common/locale.ts';
import { deliveries, rejections } from '../../database/schema/index.ts';
import { addHours } from '../../journey/instant.ts';
import { listPath } from '../paths.ts';
import type { Find, Finding } from './finding.ts';

const FAILING = 'failing';
export const SILENT = 'silent';

/** Failures that are older are known by now, or can’t be helped. */
const RECENT_HOURS = 24;

/** Codat may be away for a moment, and a webhook waits meanwhile. */
const WAITING_HOURS = 0.25;

const LABEL = 'Webhooks from Codat';

/** Webhooks of the last day that failed, or that have been waiting for a quarter of an hour. */
const findFailing: Find = async (database, _alert, _scope, now) => {
  const count = await database.$count(
    deliveries,
    and(
      gte(deliveries.receivedAt, addHours(now, -RECENT_HOURS)),
      or(
        eq(deliveries.state, 'failed'),
        and(
          eq(deliveries.state, 'waiting'),
          lte(deliveries.receivedAt, addHours(now, -WAITING_HOURS)),
        ),
      ),
    ),
  );
  if (count === 0) return [];
  return [
    {
      ...{ subject: FAILING, customerId: null, label: LABEL },
      reason: `${counted(count, 'webhook', 'webhooks')} of the last day can’t be processed`,
      path: listPath('deliveries', { state: ['failed', 'waiting'] }),
    },
  ];
};

/** Codat’s silence, once it has sent anything. Webhooks that were refused may be the reason. */
const findSilence: Find = async (database, { hours }, _scope, now) => {
  if (hours === null) return [];
  const since = addHours(now, -hours);
  const [last] = await database
    .select({ receivedAt: deliveries.receivedAt })
    .from(deliveries)
    .orderBy(desc(deliveries.receivedAt))
    .limit(1);
  if (!last || last.receivedAt > since) return [];
  const [refused] = await database
    .select({ count: sql<number>`coalesce(sum(${rejections.count}), 0)`.mapWith(Number) })
    .from(rejections)
    .where(gte(rejections.lastAt, since));
  const count = refused?.count ?? 0;
  const because =
    count > 0 ? `, and ${counted(count, 'was', 'were')} refused: check the secret` : '';
  const silence: Finding = {
    ...{ subject: SILENT, customerId: null, label: LABEL },
    reason: `none received for ${counted(hours, 'hour', 'hours')}${because}`,
    path: '/deliveries',
  };
  return [silence];
};

/** Webhooks that can’t be processed, and none at all. */
export const findDeliveries: Find = async (...asked) => [
  ...(await findFailing(...asked)),
  ...(await findSilence(...asked)),
];
