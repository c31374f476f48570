import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'react-admin';
import { UndoButton } from '../../shared/dialogs/UndoButton.tsx';

type CustomerAction = {
  run: () => Promise<unknown>;
  message: string;
  /** Takes it back. Offered with the message. */
  undo?: Pick<CustomerAction, 'run' | 'message'>;
  /** Whether its caller shows why it failed. */
  showsFailure?: true;
};

/** Runs an action that is more than an update of a record, shows its message and refreshes the page. */
export const useCustomerAction = () => {
  const notify = useNotify();
  const refresh = useRefresh();
  const action = useMutation({
    mutationFn: ({ run }: CustomerAction) => run(),
    onSuccess: (_, { message, undo }) =>
      notify(message, undo && { action: <UndoButton undo={() => action.mutate(undo)} /> }),
    onError: (error, { showsFailure }) => {
      if (!showsFailure) notify(error.message, { type: 'error' });
    },
    // After an error too, because a colleague may have been faster.
    onSettled: refresh,
  });
  return action;
};
