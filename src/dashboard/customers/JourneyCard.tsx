import { Box } from '@mui/material';
import { useGetOne } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import type { JourneyRecord } from '../../api/journeys/resource.ts';
import { CodatCheck } from '../shared/codat-checks/CodatCheck.tsx';
import { JourneyLine } from '../shared/journey/JourneyLine.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

const KIND_LABELS = {
  first: null,
  reconnect: 'Reconnecting',
  reopened: 'Reopened',
} as const;

/** The current journey as a line of seven stages, with the time each was reached, and a check in Codat. */
export const JourneyCard = ({ customer }: { customer: CustomerRecord }) => {
  const { data } = useGetOne<JourneyRecord>('journeys', { id: customer.journeyId });
  return (
    <SectionCard title="Journey" aside={KIND_LABELS[customer.journeyKind]}>
      <JourneyLine customer={customer} journey={data} />
      <Box sx={{ mt: 2 }}>
        <CodatCheck customer={customer} />
      </Box>
    </SectionCard>
  );
};
