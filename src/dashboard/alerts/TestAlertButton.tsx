import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'react-admin';
import { api } from '../shared/api.ts';
import { useNotifySent } from '../shared/sending/useNotifySent.tsx';
import type { AlertRecord } from './labels.ts';

/** Sends what the alert says now, the way it goes, and shows how that went. */
export const TestAlertButton = ({ alert: { id, name, channel } }: { alert: AlertRecord }) => {
  const notify = useNotify();
  const notifySent = useNotifySent();
  const refresh = useRefresh();
  const { mutate, isPending } = useMutation({
    mutationFn: async () => (await api.alerts[':id'].test.$post({ param: { id } })).json(),
    onSuccess: ({ to }) =>
      channel === 'webhook' ? notify(`Test delivered to ${to}`) : notifySent(`Test sent to ${to}`),
    onError: (error) => notify(error.message, { type: 'error' }),
    onSettled: refresh,
  });
  return (
    <Button
      size="small"
      aria-label={`Send test of ${name}`}
      loading={isPending}
      onClick={() => mutate()}
    >
      Send test
    </Button>
  );
};
