/** What the numbers of software are called, on the list, its cards and an app’s page. */
export const FAILED_FIRST = 'First attempt failed';
export const RANKING =
  'Ranked by the lower end of the 95% interval of first attempts that failed. Under 5 customers are too few for a rate, and come last.';
export const GAVE_UP = 'Gave up';
/** Until it is known within how many days, without them. */
export const notConnectedLabel = (days: number | undefined): string =>
  days === undefined ? 'Not connected' : `Not connected in ${days} days`;
/** Whose failures they are, instead of the customer’s. */
export const NOT_THEIRS_LABEL = 'Ours, Codat’s or vendor’s';
