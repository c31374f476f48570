import { useMutation } from '@tanstack/react-query';
import { useCreatePath, useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../api.ts';
import { TAB } from '../presence/tab.ts';
import type { TakenCase } from './takenCase.ts';

type From = {
  /** The list’s filter. */
  filter: Record<string, unknown>;
  /** The customer whose case they come from. */
  after?: string | undefined;
};

/** Takes the most urgent case that nobody works on, and opens its customer. */
export const useNextCase = () => {
  const navigate = useNavigate();
  const createPath = useCreatePath();
  const notify = useNotify();
  const { mutate: openNextCase, isPending } = useMutation({
    mutationFn: async ({ filter, after }: From) => {
      const response = await api.nextCase.index.$post({ json: { tab: TAB, filter, after } });
      return response.status === 204 ? null : response.json();
    },
    onSuccess: (taken, { filter }) => {
      if (!taken)
        return notify('All clear. No other case needs you right now.', { type: 'success' });
      const state: TakenCase = { nextCaseOf: filter };
      navigate(createPath({ resource: 'customers', type: 'show', id: taken.customerId }), {
        state,
      });
    },
    onError: (error) => notify(error.message, { type: 'error' }),
  });
  return { openNextCase, isPending };
};
