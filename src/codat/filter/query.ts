/** A query that can’t be read. The message says why, in Codat’s words. */
export class QueryError extends Error {}

export type Predicate<T> = (item: T) => boolean;

/** Returns a function that reads the property; undefined if the property doesn't exist. */
export type Resolve<T> = (property: string) => ((item: T) => readonly string[]) | undefined;

const MAX_LENGTH = 2048;
const TOKEN = /&&|\|\||[{}]|(?:(?!&&|\|\||[{}]).)+/gs;
const CLAUSE = /^(?<property>[^=!~<>]+?)\s*(?<operator>!=|>=|<=|[=~<>])\s*(?<value>\S.*)$/s;

const DATE = /^\d{4}-\d\d-\d\d/;

type Order = (value: string) => number;

const momentOf = (text: string): number => (DATE.test(text) ? Date.parse(text) : Number.NaN);

/** Compares a value with the operand: as instants when that is a date, in any format, otherwise as text. */
const orderTo = (operand: string): Order => {
  const moment = momentOf(operand);
  if (Number.isNaN(moment)) return (value) => (value === operand ? 0 : value < operand ? -1 : 1);
  return (value) => momentOf(value) - moment;
};

/** Whether a property's values match. An unset value is neither greater nor smaller than any other. */
const OPERATORS: Record<string, (order: Order, operand: string) => Predicate<readonly string[]>> = {
  '=': (order) => (values) => values.some((value) => order(value) === 0),
  '!=': (order) => (values) => values.every((value) => order(value) !== 0),
  '~': (_, operand) => (values) => values.some((value) => value.includes(operand)),
  '>': (order) => (values) => values.some((value) => order(value) > 0),
  '<': (order) => (values) => values.some((value) => order(value) < 0),
  '>=': (order) => (values) => values.some((value) => order(value) >= 0),
  '<=': (order) => (values) => values.some((value) => order(value) <= 0),
};

const malformed = (text: string): QueryError =>
  new QueryError(`Error parsing query - Malformed query: ${text}`);

const clause = <T>(text: string, query: string, resolve: Resolve<T>, type: string) => {
  const { property, operator, value } = CLAUSE.exec(text)?.groups ?? {};
  const comparison = OPERATORS[operator ?? ''];
  if (!property || !value || !comparison) throw malformed(query);
  const read = resolve(property);
  if (!read)
    throw new QueryError(`Error parsing query - Could not resolve property ${property} on ${type}`);
  const matches = comparison(orderTo(value), value);
  return (item: T) => matches(read(item));
};

/**
 * Reads Codat's query language: clauses `property operator value` with `=`, `!=`, `~` (contains), `>`, `<`, `>=` and
 * `<=`, joined by `&&` and `||`, grouped by curly braces. Text comparison is case-sensitive. `&&` binds tighter.
 * https://docs.codat.io/using-the-api/querying
 * @throws QueryError naming a malformed query, or a property that `type` doesn’t have
 */
export const parseQuery = <T>(query: string, resolve: Resolve<T>, type: string): Predicate<T> => {
  const tokens = (query.match(TOKEN) ?? []).map((text) => text.trim()).filter(Boolean);
  if (query.length > MAX_LENGTH || tokens.length === 0) throw malformed(query);
  let next = 0;

  const single = (): Predicate<T> => {
    const token = tokens[next++];
    if (token === undefined || token === '}' || token === '&&' || token === '||')
      throw malformed(query);
    if (token !== '{') return clause(token, query, resolve, type);
    const inner = any();
    if (tokens[next++] !== '}') throw malformed(query);
    return inner;
  };

  const chain = (operator: string, operand: () => Predicate<T>): Predicate<T>[] => {
    const operands = [operand()];
    while (tokens[next] === operator) {
      next += 1;
      operands.push(operand());
    }
    return operands;
  };

  const all = (): Predicate<T> => {
    const parts = chain('&&', single);
    return (item) => parts.every((part) => part(item));
  };

  const any = (): Predicate<T> => {
    const parts = chain('||', all);
    return (item) => parts.some((part) => part(item));
  };

  const predicate = any();
  if (next < tokens.length) throw malformed(query);
  return predicate;
};
