import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type HttpError, useNotify, useRefresh } from 'react-admin';
import type { EmailRecord } from '../../../api/emails/resource.ts';
import { type EmailRequest, sendEmail } from './sendEmail.ts';
import { useNotifySent } from './useNotifySent.tsx';

/**
 * Sends an email only once, however often its button is clicked. `refusal` is the reason the API gave for not sending it
 * unless it is sent anyway, `failure` why it can’t be sent.
 */
export const useSendEmail = (onSent: () => void) => {
  const notify = useNotify();
  const notifySent = useNotifySent();
  const refresh = useRefresh();
  const [key] = useState(() => crypto.randomUUID());
  const [refusal, setRefusal] = useState<string | null>(null);
  const { mutate, isPending, error } = useMutation<EmailRecord, HttpError, EmailRequest>({
    mutationFn: (email) => sendEmail(email, email.force ? `${key}-again` : key),
    onSuccess: ({ state, toEmail }) => {
      if (state === 'kept')
        notify('Not sent: email isn’t set up yet. Saved in the Outbox.', { type: 'warning' });
      else notifySent(`Sending to ${toEmail}`);
      refresh();
      onSent();
    },
    onError: ({ status, message }) => {
      if (status === 409) setRefusal(message);
    },
  });
  const failure = error && error.status !== 409 ? error.message : null;
  return { send: mutate, isPending, refusal, failure };
};
