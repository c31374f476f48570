import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'react-admin';

type CustomerAction = { run: () => Promise<unknown>; message: string };

/** Runs an action that is more than an update of a record, shows its message and refreshes the page. */
export const useCustomerAction = () => {
  const notify = useNotify();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ run }: CustomerAction) => run(),
    onSuccess: (_, { message }) => notify(message),
    onError: (error) => notify(error.message, { type: 'error' }),
    // After an error too, because a colleague may have been faster.
    onSettled: refresh,
  });
};
