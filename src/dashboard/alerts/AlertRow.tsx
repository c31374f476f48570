import { Box, Button, Switch, Typography } from '@mui/material';
import { useNotify, useUpdate } from 'react-admin';
import { formatNumber } from '../../common/locale.ts';
import { useOpenDialog } from '../shared/dialogs/OpenDialogs.tsx';
import { Pill } from '../shared/Pill.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';
import { SoftwareName } from '../shared/SoftwareName.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { AlertDialog } from './AlertDialog.tsx';
import { DeleteAlertButton } from './DeleteAlertButton.tsx';
import { type AlertRecord, CHANNEL_LABELS, goalOf, kindOf } from './labels.ts';
import { TestAlertButton } from './TestAlertButton.tsx';

/** One alert: what it watches, where it goes, whether there is anything now, and what can be done with it. */
export const AlertRow = ({ alert }: { alert: AlertRecord }) => {
  const { name, channel, open } = alert;
  const openDialog = useOpenDialog();
  const edit = () => openDialog((close) => <AlertDialog alert={alert} onClose={close} />);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { lg: 'minmax(0, 1fr) minmax(0, 260px) auto' },
        columnGap: 2,
        rowGap: 0.75,
        alignItems: 'center',
        px: 2,
        py: 1.25,
        borderBottom: 1,
        borderColor: 'line.faint',
        '&:last-child': { borderBottom: 0 },
      }}
    >
      <TwoLines
        first={
          <>
            <bdi>{name}</bdi> {open > 0 && <Pill tone="warn">{`${formatNumber(open)} now`}</Pill>}
          </>
        }
        second={
          <>
            {kindOf(alert)}
            <Narrowing alert={alert} />
          </>
        }
      />
      <TwoLines first={CHANNEL_LABELS[channel]} second={<bdi>{goalOf(alert)}</bdi>} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <EnabledSwitch alert={alert} />
        <TestAlertButton alert={alert} />
        <Button size="small" aria-label={`Edit ${name}`} onClick={edit}>
          Edit
        </Button>
        <DeleteAlertButton alert={alert} />
      </Box>
    </Box>
  );
};

/** Whose customers, and which software, it is limited to. */
const Narrowing = ({ alert: { accountManagerId, software } }: { alert: AlertRecord }) => (
  <>
    {accountManagerId && (
      <>
        {' · customers of '}
        <PersonName id={accountManagerId} />
      </>
    )}
    {software && (
      <>
        {' · '}
        <SoftwareName id={software} />
      </>
    )}
  </>
);

const EnabledSwitch = ({ alert }: { alert: AlertRecord }) => {
  const [update, { isPending }] = useUpdate<AlertRecord, Error>();
  const notify = useNotify();
  const { id, name, enabled } = alert;
  return (
    <Typography component="label" variant="body2" color="textSecondary">
      <Switch
        checked={enabled}
        disabled={isPending}
        slotProps={{ input: { 'aria-label': `${name} is on` } }}
        onChange={(_, checked) =>
          update(
            'alerts',
            { id, data: { enabled: checked }, previousData: alert },
            { onError: (error) => notify(error.message, { type: 'error' }) },
          )
        }
      />
      {enabled ? 'On' : 'Off'}
    </Typography>
  );
};
