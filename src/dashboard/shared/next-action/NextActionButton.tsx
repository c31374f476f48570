import AccessTime from '@mui/icons-material/AccessTime';
import ContactSupport from '@mui/icons-material/ContactSupportOutlined';
import MailOutline from '@mui/icons-material/MailOutlined';
import Phone from '@mui/icons-material/PhoneOutlined';
import { Button, Tooltip, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { actionLabel, type NextAction } from '../../../journey/next-action.ts';
import { LogCallDialog } from '../customers/LogCallDialog.tsx';
import { SendEmailDialog } from '../sending/SendEmailDialog.tsx';
import { RaiseDialog } from './RaiseDialog.tsx';

const ICONS: Record<NextAction['kind'], ReactNode> = {
  send: <MailOutline />,
  call: <Phone />,
  raise: <ContactSupport />,
  wait: <AccessTime />,
};

/** A row has no room for the icon beside its words. */
const withoutIconWhereNarrow = {
  '& .MuiButton-startIcon': { display: { xs: 'none', xl: 'inherit' } },
};

type Props = {
  customer: CustomerRecord;
  action: NextAction;
  variant: 'contained' | 'outlined';
};

/** Does the next best action, after showing what exactly that will be. To wait needs no button. */
export const NextActionButton = ({ customer, action, variant }: Props) => {
  const [open, setOpen] = useState(false);
  if (action.kind === 'wait') return <Waiting action={action} />;
  return (
    <>
      <Tooltip title={action.because} describeChild>
        <Button
          variant={variant}
          startIcon={ICONS[action.kind]}
          onClick={() => setOpen(true)}
          sx={variant === 'outlined' ? withoutIconWhereNarrow : {}}
        >
          {actionLabel(action)}
        </Button>
      </Tooltip>
      {open && <ActionDialog {...{ customer, action }} onClose={() => setOpen(false)} />}
    </>
  );
};

const Waiting = ({ action }: { action: NextAction }) => (
  <Tooltip title={action.because} describeChild>
    <Typography
      component="span"
      variant="body2"
      color="textSecondary"
      sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', px: 1 }}
    >
      <AccessTime fontSize="small" aria-hidden />
      {actionLabel(action)}
    </Typography>
  </Tooltip>
);

type DialogProps = { customer: CustomerRecord; action: NextAction; onClose: () => void };

const ActionDialog = ({ customer, action, onClose }: DialogProps) => {
  if (action.kind === 'send')
    return (
      <SendEmailDialog
        customer={customer}
        template={action.template}
        to={action.to}
        onClose={onClose}
      />
    );
  if (action.kind === 'call')
    return <LogCallDialog customer={customer} to={action.to} onClose={onClose} />;
  return <RaiseDialog customer={customer} onClose={onClose} />;
};
