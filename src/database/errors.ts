/**
 * What an error means for those who have to deal with it:
 * - `passing`: the database is away, busy or read-only. The same may work later.
 * - `value`: a value that can’t be stored. It fails the same each time, and its sender has to change it.
 * - `ours`: everything else, which is a defect.
 */
export type FailureKind = 'passing' | 'value' | 'ours';

/** Failures of Node to connect, and of PostgreSQL’s class 08. */
const AWAY = /^(ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08|53|57P)/;

/**
 * SQLSTATEs after which the same statement may work later (https://www.postgresql.org/docs/current/errcodes-appendix.html):
 * a transaction rolled back for another’s sake (40), a lock not available (55P03), a cancelled statement (57), a
 * transaction that is over or read-only as after a failover (25), the system under PostgreSQL (58), and its own
 * defects (XX).
 */
const PASSING = /^(40|55006|55P03|57|25|58|XX)/;

const MESSAGES =
  /timeout exceeded when trying to connect|Connection terminated|connection error|not queryable|PGlite is closed|Cannot use a pool after calling end/i;

/** Values out of range or of a wrong form (22), that break a constraint (23), or are too large for an index (54). */
const VALUE = /^(22|23|54)/;

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

/** The error, what caused it, and what it stands for. */
const chain = (error: unknown): Error[] => {
  if (!(error instanceof Error)) return [];
  const parts = error instanceof AggregateError ? error.errors.flatMap(chain) : [];
  return [error, ...parts, ...chain(error.cause)];
};

const hasCode = (error: unknown, pattern: RegExp): boolean =>
  chain(error).some((one) => pattern.test(codeOf(one)));

/** Whether the database can’t be reached, or refuses everyone. */
export const isUnavailable = (error: unknown): boolean =>
  hasCode(error, AWAY) || chain(error).some(({ message }) => MESSAGES.test(message));

/** What kind of failure an error is. */
export const failureKind = (error: unknown): FailureKind => {
  if (isUnavailable(error) || hasCode(error, PASSING)) return 'passing';
  return hasCode(error, VALUE) ? 'value' : 'ours';
};

/** Whether the same may work later. */
export const isPassing = (error: unknown): boolean => failureKind(error) === 'passing';

/** Whether PostgreSQL rejected a value (its class 22), such as a NUL character or a number out of range. */
export const isInvalidValue = (error: unknown): boolean => hasCode(error, /^22/);

/** Whether a transaction was rolled back for the sake of another, so that it can be repeated at once. */
export const isRolledBack = (error: unknown): boolean => hasCode(error, /^40(001|P01)/);

/** A wait for something that others hold, given up. As passing as PostgreSQL’s own lock timeout. */
export class Busy extends Error {
  readonly code = '55P03';
}

/** More work arrived than the database can do. Like PostgreSQL’s own lack of resources, it sends everyone away. */
export class Crowded extends Error {
  readonly code = '53000';
}

/** The message of an error’s first cause, which holds no SQL. */
export const causeOf = (error: unknown): string => chain(error).at(-1)?.message ?? String(error);
