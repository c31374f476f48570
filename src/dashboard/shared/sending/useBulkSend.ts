import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useListContext, useNotify, useRefresh } from 'react-admin';
import { type BulkLetter, previewBulk, sendBulk } from './sendEmail.ts';

/** What would be sent to many customers, and sending it, once however often the button is pressed. */
export const useBulkSend = (letter: BulkLetter, onSent: () => void) => {
  const notify = useNotify();
  const refresh = useRefresh();
  const { onUnselectItems } = useListContext();
  const [key] = useState(() => crypto.randomUUID());
  const preview = useQuery({
    queryKey: ['emails', 'bulk-preview', letter],
    queryFn: () => previewBulk(letter),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { mutate, isPending } = useMutation({
    mutationFn: () => sendBulk(letter, `${key}-${letter.template}`),
    onSuccess: (rows) => {
      const written = rows.filter(({ emailId }) => emailId !== null).length;
      notify(`${written} of ${rows.length} e-mails are in the Outbox`);
      onUnselectItems();
      refresh();
      onSent();
    },
    onError: (error: Error) => notify(error.message, { type: 'error' }),
  });
  return { preview, send: mutate, isPending };
};
