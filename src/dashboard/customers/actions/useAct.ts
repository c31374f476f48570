import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'react-admin';
import { fetchJson } from '../../shared/http.ts';

type Act = { path: string; body?: object; message: string };

/** Does what is more than a change of a record, says that it is done, and shows what has become of it. */
export const useAct = () => {
  const notify = useNotify();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ path, body = {} }: Act) =>
      fetchJson(`/api/${path}`, { method: 'POST', body: JSON.stringify(body) }),
    onSuccess: (_, { message }) => notify(message),
    onError: (error) => notify(error.message, { type: 'error' }),
    // After a refusal too: somebody else may have been first.
    onSettled: refresh,
  });
};
