import { Alert } from '@mui/material';
import { useNotify } from 'react-admin';
import { useSignInOptions } from '../useSignInOptions.ts';
import { InboxButton } from './InboxButton.tsx';

/** Says that an email was sent. In the sandbox, also where to read it. */
export const useNotifySent = () => {
  const notify = useNotify();
  const { data } = useSignInOptions();
  return (sentence: string): void => {
    if (data?.inboxPath)
      notify(
        <Alert severity="success" action={<InboxButton size="small" color="inherit" />}>
          {sentence}
        </Alert>,
      );
    else notify(sentence, { type: 'success' });
  };
};
