import { Alert, Button } from '@mui/material';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { Link } from 'react-router-dom';
import { counted } from '../format/counted.ts';
import { type BulkEmail, previewBulk, sendBulk } from './sendEmail.ts';

/** Previews a bulk email and sends it, only once however often its button is clicked. */
export const useBulkSend = (email: BulkEmail, onSent: () => void) => {
  const notify = useNotify();
  const refresh = useRefresh();
  const [key] = useState(() => crypto.randomUUID());
  const preview = useQuery({
    queryKey: ['emails', 'bulk-preview', email],
    queryFn: () => previewBulk(email),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => sendBulk(email, `${key}-${email.template}`),
    onSuccess: (rows) => {
      const saved = rows.filter(({ emailId }) => emailId !== null).length;
      notify(<Result saved={saved} skipped={rows.length - saved} />);
      refresh();
      onSent();
    },
  });
  return { preview, send: mutate, isPending, error };
};

const Result = ({ saved, skipped }: { saved: number; skipped: number }) => (
  <Alert
    severity="success"
    action={
      <Button component={Link} to="/emails">
        View
      </Button>
    }
  >
    {resultOf(saved, skipped)}
  </Alert>
);

// Not “queued”: without SMTP they are only saved in the Outbox.
const resultOf = (saved: number, skipped: number): string => {
  const emails = `${counted(saved, 'email', 'emails')} added to the Outbox`;
  return skipped > 0 ? `${emails}, ${counted(skipped, 'customer', 'customers')} skipped` : emails;
};
