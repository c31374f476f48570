import { HttpError } from 'react-admin';
import { fetchJson } from '../shared/http.ts';

/**
 * Changes something about the person who is signed in. Returns what is wrong with each field, if anything.
 * @throws HttpError for any other failure
 */
export const saveAccount = async (
  change: 'update-user' | 'change-password',
  values: object,
): Promise<Record<string, string> | undefined> => {
  try {
    await fetchJson(`/api/auth/${change}`, { method: 'POST', body: JSON.stringify(values) });
  } catch (error) {
    if (error instanceof HttpError && error.body?.errors) return error.body.errors;
    throw error;
  }
};
