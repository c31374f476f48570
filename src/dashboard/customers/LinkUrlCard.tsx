import ContentCopy from '@mui/icons-material/ContentCopy';
import { Box, Button, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import type { CustomerRecord } from '../../api/resources/customers.ts';
import { Ago } from '../shared/Ago.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

/** The customer's own Link URL, to copy. */
export const LinkUrlCard = ({ customer }: { customer: CustomerRecord }) => (
  <SectionCard title="Link URL" aside={<LastSent at={customer.lastSentAt} />}>
    {customer.linkUrl ? (
      <CopyableLink url={customer.linkUrl} />
    ) : (
      <Typography color="textSecondary">
        Codat has not told us this customer’s Link URL yet.
      </Typography>
    )}
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

const CopyableLink = ({ url }: { url: string }) => {
  const notify = useNotify();
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => notify('Link URL copied'),
      () =>
        notify('The browser does not allow copying. Select the link and copy it.', {
          type: 'warning',
        }),
    );
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Box
        component="code"
        sx={{
          bgcolor: 'tint.neutral',
          borderRadius: 1,
          p: 1,
          fontSize: 12,
          overflowWrap: 'anywhere',
        }}
      >
        {url}
      </Box>
      <Button variant="outlined" startIcon={<ContentCopy />} onClick={copy}>
        Copy
      </Button>
    </Box>
  );
};
