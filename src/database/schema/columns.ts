import { customType } from 'drizzle-orm/pg-core';
import { type Instant, toInstant } from '../../journey/instant.ts';

/** A time with millisecond precision, read and written as ISO 8601 text in UTC. */
export const instantColumn = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: toInstant,
});
