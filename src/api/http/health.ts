import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import type { Ports } from '../ports.ts';

/** `/healthz`: the process answers. `/readyz`: the database does too; its tables are brought up to date at the start. */
export const healthRoutes = ({ database }: Ports): Hono =>
  new Hono()
    .get('/healthz', (context) => context.json({ status: 'alive' }))
    .get('/readyz', async (context) => {
      await database.execute(sql`select count(*) from customers where false`);
      return context.json({ status: 'ready' });
    });
