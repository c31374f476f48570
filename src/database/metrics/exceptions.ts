import { and, eq, inArray, isNotNull, type SQL, type SQLWrapper } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { NO_CUSTOMER } from '../../common/event-types.ts';
import { customers, journeys } from '../schema/index.ts';

// The few customers and journeys that numbers set apart. Partial indexes hold nothing else, so that a query of many rows
// joins these few instead of looking up the customer and the journey of each row.

/** To join: the customers who were deleted. Null for the others. */
export const gone = alias(customers, 'gone');

export const isGone = (customerId: SQLWrapper): SQL | undefined =>
  and(eq(gone.id, customerId), isNotNull(gone.deletedAt));

/** To join: the journeys that were closed because they should never have begun. Null for the others. */
export const leftOut = alias(journeys, 'left_out');

/** Also by the customer, as a distributed database keeps the rows of a customer together. */
export const isOfLeftOut = (row: Record<'customerId' | 'journeyId', SQLWrapper>): SQL | undefined =>
  and(
    eq(leftOut.customerId, row.customerId),
    eq(leftOut.id, row.journeyId),
    inArray(leftOut.closedReason, [...NO_CUSTOMER]),
  );
