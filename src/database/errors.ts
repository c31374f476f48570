/** Connection failures of Node, and PostgreSQL's classes 08 (connection), 53 (resources) and 57P (shut down). */
const UNAVAILABLE = /^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|08|53|57P)/;

const MESSAGES =
  /timeout exceeded when trying to connect|Connection terminated|not queryable|PGlite is closed/i;

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

/** Whether an error means that the database is unavailable, not that a statement is wrong. */
export const isUnavailable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (UNAVAILABLE.test(codeOf(error)) || MESSAGES.test(error.message)) return true;
  if (error instanceof AggregateError && error.errors.some(isUnavailable)) return true;
  return isUnavailable(error.cause);
};

/** Whether PostgreSQL rejected a value (its class 22), such as a NUL character or a number out of range. */
export const isInvalidValue = (error: unknown): boolean =>
  error instanceof Error && (codeOf(error).startsWith('22') || isInvalidValue(error.cause));
