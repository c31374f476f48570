import AccessTime from '@mui/icons-material/AccessTime';
import ContactSupport from '@mui/icons-material/ContactSupportOutlined';
import MailOutline from '@mui/icons-material/MailOutlined';
import Phone from '@mui/icons-material/PhoneOutlined';
import { Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { actionLabel, type NextAction } from '../../../journey/next-action.ts';
import { LogCallDialog, RaiseDialog, SendEmailDialog } from '../dialogs/lazyDialogs.ts';
import { useOpenDialog } from '../dialogs/OpenDialogs.tsx';
import { useNow } from '../format/useNow.ts';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { describeAction } from './outreach.ts';
import { evidenceLabel, useEvidence } from './useEvidence.ts';

const ICONS: Record<NextAction['kind'], ReactNode> = {
  send: <MailOutline />,
  call: <Phone />,
  raise: <ContactSupport />,
  wait: <AccessTime />,
};

/** A row on a laptop has no room for the icon, nor for a long label on one line. */
const narrowSx = {
  px: { xs: 1, xl: 1.5 },
  lineHeight: 1.3,
  whiteSpace: 'normal',
  flexShrink: 0,
  maxWidth: { xs: 112, xl: 'none' },
  '& .MuiButton-startIcon': { display: { xs: 'none', xl: 'inherit' } },
};

type Props = {
  customer: CustomerRecord;
  action: NextAction;
  variant: 'contained' | 'outlined';
};

/** Opens what the next best action needs. Waiting has no button, only a line that says until when. */
export const NextActionButton = ({ customer, action, variant }: Props) => {
  const openDialog = useOpenDialog();
  const { shortcut, hint } = useShortcut('r');
  const evidence = useEvidence(customer, action);
  if (action.kind === 'wait') return <Waiting customer={customer} action={action} />;
  const label = actionLabel(action);
  // The customer’s page says it beside the button.
  const because =
    variant === 'outlined' && evidence
      ? `${action.because} ${evidenceLabel(evidence.moved)}`
      : action.because;
  return (
    <Button
      variant={variant}
      startIcon={ICONS[action.kind]}
      // In a row, it has to say whose.
      aria-label={variant === 'outlined' ? `${label}: ${customer.name}` : undefined}
      aria-description={because}
      data-tooltip={hint(because)}
      onClick={() =>
        openDialog((close) => <ActionDialog customer={customer} action={action} onClose={close} />)
      }
      sx={variant === 'outlined' ? narrowSx : {}}
      {...shortcut}
    >
      {label}
    </Button>
  );
};

const Waiting = ({ customer, action }: Omit<Props, 'variant'>) => {
  const { label, because } = describeAction(action, useNow(), customer.raisedReference);
  return (
    <Typography
      component="span"
      variant="body2"
      color="textSecondary"
      aria-description={because}
      data-tooltip={because}
      sx={{
        display: 'inline-flex',
        gap: 0.75,
        alignItems: 'center',
        // Without the icon on a laptop, as the buttons of the other rows.
        '& > svg': { display: { xs: 'none', xl: 'block' } },
        minWidth: 88,
        maxWidth: 112,
        lineHeight: 1.3,
        whiteSpace: 'normal',
        textAlign: 'left',
      }}
    >
      <AccessTime fontSize="small" aria-hidden />
      {label}
    </Typography>
  );
};

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
