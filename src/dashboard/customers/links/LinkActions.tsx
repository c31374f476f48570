import ContentCopy from '@mui/icons-material/ContentCopy';
import OpenInNew from '@mui/icons-material/OpenInNew';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useCreate, useNotify } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { LinkRecord } from '../../../api/links/resource.ts';
import type { EmailTemplate } from '../../../journey/outreach.ts';
import { copyText } from '../../shared/copyText.ts';
import { SendEmailButton } from '../../shared/sending/SendEmailButton.tsx';
import { useSignInOptions } from '../../shared/useSignInOptions.ts';
import { type Copied, MarkAsSent } from './MarkAsSent.tsx';

/** Copies or sends the customer’s link, which is created on first use; the sandbox can open it as the customer. */
export const LinkActions = ({ customer }: { customer: CustomerRecord }) => {
  const [copied, setCopied] = useState<Copied | null>(null);
  const [create, { isPending }] = useCreate<LinkRecord, Error>();
  const { data } = useSignInOptions();
  const notify = useNotify();
  const withAddress = (use: (address: string) => unknown) => () =>
    create(
      'links',
      { data: { customerId: customer.id } },
      {
        onSuccess: ({ address }) => use(address),
        onError: (error) => notify(error.message, { type: 'error' }),
      },
    );
  const copy = withAddress(async (address) =>
    setCopied({ address, done: await copyText(address) }),
  );
  const open = withAddress((address) => window.open(address, '_blank'));
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1.5 }}>
        <Button variant="outlined" startIcon={<ContentCopy />} disabled={isPending} onClick={copy}>
          Copy link
        </Button>
        {!customer.connected && (
          <SendEmailButton customer={customer} template={templateFor(customer)}>
            Send link
          </SendEmailButton>
        )}
        {data && data.demoSignIns.length > 0 && (
          <Button variant="outlined" startIcon={<OpenInNew />} disabled={isPending} onClick={open}>
            Preview as customer
          </Button>
        )}
      </Box>
      {copied && <MarkAsSent customer={customer} copied={copied} onDone={() => setCopied(null)} />}
    </>
  );
};

/** The email to send the link with, by what has happened so far. */
const templateFor = ({ stuckReason, lastSentAt }: CustomerRecord): EmailTemplate => {
  if (stuckReason === 'disconnected') return 'reconnect';
  return lastSentAt ? 'reminder' : 'link';
};
