import { CodatRefusal, CodatUnavailable } from '../../codat/errors.ts';
import type { Log } from '../log.ts';

/** Returns Codat’s answer, or the error if it fails: customers get a friendly page and the log gets the cause. */
export const askCodat = async <T>(
  log: Log,
  asked: Promise<T>,
): Promise<T | CodatUnavailable | CodatRefusal> => {
  try {
    return await asked;
  } catch (error) {
    const isAway = error instanceof CodatUnavailable;
    if (!isAway && !(error instanceof CodatRefusal)) throw error;
    log[isAway ? 'warn' : 'error']({ problem: error.message }, 'a customer waits for Codat');
    return error;
  }
};
