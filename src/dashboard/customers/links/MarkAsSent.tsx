import { Alert, Button, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { api } from '../../shared/api.ts';

/** A link, and whether it is already on the clipboard. */
export type Copied = { address: string; done: boolean };

type Props = { customer: CustomerRecord; copied: Copied; onDone: () => void };

/** After copying a link: Unstuck can’t see whether it was shared, so the agent marks it as sent. */
export const MarkAsSent = ({ customer: { id }, copied, onDone }: Props) => {
  const notify = useNotify();
  const refresh = useRefresh();
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      api.links.api.customers[':id']['link-shared'].$post({
        param: { id: encodeURIComponent(id) },
      }),
    onSuccess: () => {
      notify('Marked as sent');
      refresh();
      onDone();
    },
    onError: (error) => notify(error.message, { type: 'error' }),
  });
  return (
    <Alert
      severity={copied.done ? 'success' : 'info'}
      variant="outlined"
      onClose={onDone}
      sx={{ mt: 1.5 }}
    >
      {copied.done ? 'Link copied' : 'Copy this link:'}
      <Typography variant="body2" sx={{ my: 0.5, overflowWrap: 'anywhere' }}>
        {copied.address}
      </Typography>
      <Button size="small" variant="outlined" disabled={isPending} onClick={() => mutate()}>
        Mark as sent
      </Button>
    </Alert>
  );
};
