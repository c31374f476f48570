import { Alert, Button, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { fetchJson } from '../../shared/http.ts';

/** A link, and whether it is on the clipboard already. */
export type Copied = { address: string; done: boolean };

type Props = { customer: CustomerRecord; copied: Copied; onDone: () => void };

/** After copying: only whoever passes the link on knows that they did, so it takes their word to count as sent. */
export const PassedOn = ({ customer: { id, name }, copied, onDone }: Props) => {
  const notify = useNotify();
  const refresh = useRefresh();
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      fetchJson(`/api/customers/${encodeURIComponent(id)}/link-shared`, { method: 'POST' }),
    onSuccess: () => {
      notify(`Noted: you passed the link on to ${name}`);
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
      {copied.done ? 'The link is copied.' : 'Copy the link from here:'}
      <Typography variant="body2" sx={{ my: 0.5, overflowWrap: 'anywhere' }}>
        {copied.address}
      </Typography>
      <Button size="small" variant="outlined" disabled={isPending} onClick={() => mutate()}>
        I passed it on
      </Button>
    </Alert>
  );
};
