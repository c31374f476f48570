import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Checkpoint } from '../../../journey/checkpoint/checkpoint.ts';

/** Where each customer’s fold can be resumed, so that an event costs the same however many came before it. */
export const checkpoints = pgTable('checkpoints', {
  customerId: text().primaryKey(),
  /** The rules by which it was folded. Others have to fold all events again. */
  rules: text().notNull(),
  checkpoint: jsonb().$type<Checkpoint>().notNull(),
});
