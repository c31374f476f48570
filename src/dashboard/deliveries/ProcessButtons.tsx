import ReplayOutlined from '@mui/icons-material/ReplayOutlined';
import { Button } from '@mui/material';
import { useListContext } from 'react-admin';
import { counted } from '../shared/format/counted.ts';
import { useCount } from '../shared/useCount.ts';
import { useProcessMany, useProcessOne } from './useProcess.ts';

const icon = <ReplayOutlined />;

/** Processes the webhook of a row again. */
export const ProcessButton = ({ id }: { id: string }) => {
  const { mutate, isPending } = useProcessOne();
  return (
    <Button startIcon={icon} loading={isPending} onClick={() => mutate(id)}>
      Process again
    </Button>
  );
};

/** Processes the selected webhooks again. */
export const ProcessSelectedButton = () => {
  const { selectedIds, onUnselectItems } = useListContext();
  const { mutate, isPending } = useProcessMany(onUnselectItems);
  return (
    <Button startIcon={icon} loading={isPending} onClick={() => mutate({ id: selectedIds })}>
      Process again
    </Button>
  );
};

/** Processes all failed webhooks again, since the day that the list is filtered by, if any. */
export const ProcessFailedButton = () => {
  const { filterValues } = useListContext();
  const since = filterValues.receivedAt_gte;
  const filter = { state: 'failed', ...(since && { receivedAt_gte: since }) };
  const failed = useCount('deliveries', filter);
  const { mutate, isPending } = useProcessMany();
  if (!failed) return null;
  return (
    <Button variant="outlined" startIcon={icon} loading={isPending} onClick={() => mutate(filter)}>
      {`Process ${counted(failed, 'failed webhook', 'failed webhooks')} again`}
    </Button>
  );
};
