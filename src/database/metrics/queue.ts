import { and, eq, sql } from 'drizzle-orm';
import type { Priority } from '../../journey/stuck.ts';
import type { Database } from '../database.ts';
import { isStuckAt } from '../derived-columns.ts';
import { alphabetical } from '../schema/columns.ts';
import { customers, software } from '../schema/index.ts';
import { countOf, ofScope, type Scope } from './scope.ts';

/** Counts the customers who are stuck at `now`, by everything the queue can be filtered by. */
export const queue = (database: Database, { now, portfolio }: Pick<Scope, 'now' | 'portfolio'>) =>
  database
    .select({
      // Not null: every stuck customer has a priority.
      priority: sql<Priority>`${customers.priority}`,
      stage: customers.stage,
      software: customers.software,
      softwareName: software.name,
      count: countOf(),
    })
    .from(customers)
    .leftJoin(software, eq(software.id, customers.software))
    .where(and(ofScope({ portfolio }, customers.software), isStuckAt(now)))
    .groupBy(customers.priority, customers.stage, customers.software, software.name)
    .orderBy(alphabetical(software.name), customers.stage, customers.priority);
