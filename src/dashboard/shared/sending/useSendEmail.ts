import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type HttpError, useNotify, useRefresh } from 'react-admin';
import { type Letter, sendEmail } from './sendEmail.ts';

/** Sends an e-mail once, however often its button is pressed. `refusal` says what was against it, if anything. */
export const useSendEmail = (onSent: () => void) => {
  const notify = useNotify();
  const refresh = useRefresh();
  const [key] = useState(() => crypto.randomUUID());
  const [refusal, setRefusal] = useState<string | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: (letter: Letter) => sendEmail(letter, letter.force ? `${key}-again` : key),
    onSuccess: ({ state, toEmail }) => {
      notify(
        state === 'kept'
          ? 'Kept in the Outbox: no SMTP is configured, so nothing was sent.'
          : `On its way to ${toEmail}`,
        { type: state === 'kept' ? 'warning' : 'success' },
      );
      refresh();
      onSent();
    },
    onError: (error: HttpError) => {
      if (error.status === 409) setRefusal(error.message);
      else notify(error.message, { type: 'error' });
    },
  });
  return { send: mutate, isPending, refusal };
};
