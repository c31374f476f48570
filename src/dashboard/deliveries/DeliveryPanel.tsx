import { Box, Link, Typography } from '@mui/material';
import { useCreatePath, useRecordContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { DeliveryRecord } from '../../api/deliveries/resource.ts';
import { ProcessButton } from './ProcessButtons.tsx';

const preSx = {
  m: 0,
  p: 1.5,
  borderRadius: 1,
  bgcolor: 'tint.neutral',
  fontSize: 12,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
} as const;

const SETTLED: ReadonlySet<DeliveryRecord['state']> = new Set(['processed', 'ignored'] as const);

/** A webhook’s body as received, and why it isn’t processed or what was left out. */
export const DeliveryPanel = () => {
  const delivery = useRecordContext<DeliveryRecord>();
  if (!delivery) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1, p: 1 }}>
      {delivery.problem && (
        <Box component="pre" sx={{ ...preSx, bgcolor: 'tint.warn', color: 'warning.main' }}>
          {delivery.problem}
        </Box>
      )}
      {!SETTLED.has(delivery.state) && delivery.body !== null && (
        <Box>
          <ProcessButton id={delivery.id} />
        </Box>
      )}
      {delivery.customerId && <CustomerLink id={delivery.customerId} />}
      {delivery.body === null ? (
        <Typography color="textSecondary">
          The body is no longer stored. Bodies are deleted after 90 days, or with the customer’s
          personal data.
        </Typography>
      ) : (
        <Box component="pre" sx={preSx}>
          {delivery.body}
        </Box>
      )}
    </Box>
  );
};

const CustomerLink = ({ id }: { id: string }) => {
  const createPath = useCreatePath();
  return (
    <Link component={RouterLink} to={createPath({ resource: 'customers', type: 'show', id })}>
      View customer
    </Link>
  );
};
