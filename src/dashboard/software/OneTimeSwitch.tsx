import { FormControlLabel, Switch } from '@mui/material';
import { useCanAccess, useNotify, useUpdate } from 'react-admin';
import type { SoftwareRecord } from '../../api/software/resource.ts';

const MEANING =
  'Set this as in Codat. Access that ends after data was read then counts as finished, not as a lost connection.';

/** Whether Codat reads data once, which only on-premise software can be set to. Admins set it as it is in Codat. */
export const OneTimeSwitch = ({ software }: { software: SoftwareRecord }) => {
  const { canAccess } = useCanAccess({ resource: 'software', action: 'edit' });
  const [update] = useUpdate<SoftwareRecord>();
  const notify = useNotify();
  if (!software.onPremise) return null;
  const change = (oneTime: boolean) =>
    update(
      'software',
      { id: software.id, data: { oneTime }, previousData: software },
      {
        mutationMode: 'optimistic',
        onError: (error: Error) => notify(error.message, { type: 'error' }),
      },
    );
  return (
    <FormControlLabel
      aria-description={MEANING}
      data-tooltip={MEANING}
      label="Reads data once"
      disabled={!canAccess}
      control={<Switch checked={software.oneTime} onChange={(_, checked) => change(checked)} />}
    />
  );
};
