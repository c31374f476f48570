import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';

/** Creates a file and saves it. Shows an error when that fails. */
export const useSave = (save: () => Promise<void>) => {
  const notify = useNotify();
  return useMutation({
    mutationFn: save,
    onError: (error) => notify(error.message, { type: 'error' }),
  });
};
