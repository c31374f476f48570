import { type HttpError, useNotify, useUpdate } from 'react-admin';
import type { EmailRecord } from '../../api/resources/emails.ts';

/** Sends an e-mail that failed or was kept. `refusal` says what was against it, if anything. */
export const useSendAgain = (email: EmailRecord) => {
  const notify = useNotify();
  const [update, { isPending, error }] = useUpdate<EmailRecord, HttpError>();
  const sendAgain = () =>
    update(
      'emails',
      { id: email.id, data: { state: 'queued' }, previousData: email },
      {
        onSuccess: () => notify(`On its way to ${email.toEmail}`, { type: 'success' }),
        // Told where the e-mail is.
        onError: () => undefined,
      },
    );
  return { sendAgain, isPending, refusal: error?.message };
};
