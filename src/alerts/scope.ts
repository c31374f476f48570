import { and, isNull, type SQL, type SQLWrapper } from 'drizzle-orm';
import { ofScope, type Scope } from '../database/metrics/scope.ts';
import { customers } from '../database/schema/index.ts';

/** The customers that an alert is about, of those that its recipient may see. */
export type AlertScope = Pick<Scope, 'portfolio' | 'accountManagerId' | 'software'>;

/** Whether a row of customers, or one joined with them, is about one that still exists in Codat. */
export const isOf = (
  scope: AlertScope,
  software: SQLWrapper = customers.software,
): SQL | undefined => and(ofScope(scope, software), isNull(customers.deletedAt));
