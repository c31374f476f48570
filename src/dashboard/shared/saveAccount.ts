import { fetchJson } from './http.ts';
import { queryClient } from './server/queryClient.ts';
import { sessionQuery } from './server/session.ts';

/**
 * Changes something about the person who is signed in, which the session tells when it is next asked for.
 * @throws HttpError that says what is wrong
 */
export const saveAccount = async (
  change: 'update-user' | 'change-password',
  values: object,
): Promise<void> => {
  await fetchJson(`/api/auth/${change}`, { method: 'POST', body: JSON.stringify(values) });
  const { queryKey } = sessionQuery;
  await queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
};
