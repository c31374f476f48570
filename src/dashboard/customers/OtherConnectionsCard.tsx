import { Box, Typography } from '@mui/material';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import type { ListedConnection } from '../../journey/other-connections.ts';
import { SOURCE_TYPE_LABELS } from '../shared/journey/labels.ts';
import { Pill, type Tone } from '../shared/Pill.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

const STATUSES: Record<ListedConnection['status'], { label: string; tone: Tone }> = {
  pending: { label: 'Not approved yet', tone: 'neutral' },
  linked: { label: 'Connected', tone: 'good' },
  disconnected: { label: 'Disconnected', tone: 'warn' },
  deleted: { label: 'Deleted', tone: 'neutral' },
};

/** What the customer connected besides accounting software; shows nothing when there is none. */
export const OtherConnectionsCard = ({ customer }: { customer: CustomerRecord }) =>
  customer.otherConnections.length > 0 && (
    <SectionCard title="Other connections" aside={customer.otherConnections.length}>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>
        Not accounting software, so they don’t affect the journey.
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {customer.otherConnections.map((connection) => (
          <Connection key={connection.id} connection={connection} />
        ))}
      </Box>
    </SectionCard>
  );

const Connection = ({ connection }: { connection: ListedConnection }) => {
  const { label, tone } = STATUSES[connection.status];
  const kind = SOURCE_TYPE_LABELS[connection.sourceType];
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {connection.name ?? kind}
        {connection.name && (
          <Typography variant="body2" color="textSecondary">
            {kind}
          </Typography>
        )}
      </Box>
      <Pill tone={tone}>{label}</Pill>
    </Box>
  );
};
