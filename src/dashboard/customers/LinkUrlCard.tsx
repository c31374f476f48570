import ContentCopy from '@mui/icons-material/ContentCopy';
import OpenInNew from '@mui/icons-material/OpenInNew';
import { Box, Button, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import type { CustomerRecord } from '../../api/resources/customers.ts';
import { useSignInOptions } from '../layout/useSignInOptions.ts';
import { Ago } from '../shared/Ago.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { fetchLinkUrl } from './fetchLinkUrl.ts';

/** The customer's own Link URL, fetched afresh from Codat each time it is wanted. */
export const LinkUrlCard = ({ customer }: { customer: CustomerRecord }) => (
  <SectionCard title="Link URL" aside={<LastSent at={customer.lastSentAt} />}>
    <Typography color="textSecondary" sx={{ mb: 1.5 }}>
      {customer.linkUrl
        ? 'Good for one use within a day, so each copy is a fresh one from Codat.'
        : 'Codat has not told us this customer’s Link URL yet.'}
    </Typography>
    {customer.linkUrl && <Actions customerId={customer.id} />}
  </SectionCard>
);

const LastSent = ({ at }: { at: string | null }) => (
  <Typography variant="body2" color="textSecondary">
    {at ? (
      <>
        sent <Ago at={at} suffix=" ago" />
      </>
    ) : (
      'not sent yet'
    )}
  </Typography>
);

const Actions = ({ customerId }: { customerId: string }) => {
  const notify = useNotify();
  const { data } = useSignInOptions();
  const withFreshUrl = (use: (url: string) => unknown) => async () => {
    try {
      await use((await fetchLinkUrl(customerId)).url);
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
    }
  };
  const copy = withFreshUrl(async (url) => {
    await navigator.clipboard.writeText(url);
    notify('Link URL copied');
  });
  const open = withFreshUrl((url) => window.open(url, '_blank'));
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      <Button variant="outlined" startIcon={<ContentCopy />} onClick={copy}>
        Copy
      </Button>
      {data && data.demoSignIns.length > 0 && (
        <Button variant="outlined" startIcon={<OpenInNew />} onClick={open}>
          Open as the customer
        </Button>
      )}
    </Box>
  );
};
