import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import type { Ports } from '../ports.ts';

/** `/healthz`: 200 if the process is up. `/readyz`: 200 if the database is reachable; it is migrated at start-up. */
export const healthRoutes = ({ health }: Ports): Hono =>
  new Hono()
    .get('/healthz', (context) => context.json({ status: 'alive' }))
    .get('/readyz', async (context) => {
      await health.execute(sql`select count(*) from customers where false`);
      return context.json({ status: 'ready' });
    });
