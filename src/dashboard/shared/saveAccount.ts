import { fetchJson } from './http.ts';

/**
 * Changes something about the person who is signed in.
 * @throws HttpError that says what is wrong
 */
export const saveAccount = (change: 'update-user' | 'change-password', values: object) =>
  fetchJson(`/api/auth/${change}`, { method: 'POST', body: JSON.stringify(values) });
