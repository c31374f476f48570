import { parseQuery as parse, QueryError } from '../../../src/codat/filter/query.ts';
import { Fault } from './fault.ts';

/** Reads Codat's query language. @throws Fault 400 naming what is wrong */
export const parseQuery: typeof parse = (query, resolve, type) => {
  try {
    return parse(query, resolve, type);
  } catch (error) {
    throw error instanceof QueryError ? new Fault(400, error.message) : error;
  }
};
