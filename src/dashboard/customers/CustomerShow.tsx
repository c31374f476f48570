import { Box } from '@mui/material';
import { Loading, RecordContextProvider, ShowBase, useShowContext } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { Answers } from '../shared/guides/Answers.tsx';
import { NextActionCard } from '../shared/next-action/NextActionCard.tsx';
import { Presence } from '../shared/presence/Presence.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { ActivityCard } from './ActivityCard.tsx';
import { AttemptsCard } from './attempts/AttemptsCard.tsx';
import { CustomerHeader } from './CustomerHeader.tsx';
import { CustomerMissing } from './CustomerMissing.tsx';
import { ContactsCard } from './contacts/ContactsCard.tsx';
import { JourneyCard } from './JourneyCard.tsx';
import { LinkUrlCard } from './links/LinkUrlCard.tsx';
import { NotesCard } from './NotesCard.tsx';
import { OtherConnectionsCard } from './OtherConnectionsCard.tsx';
import { RaisedCasesCard } from './RaisedCasesCard.tsx';
import { SoftwareCard } from './SoftwareCard.tsx';
import { SubsidiariesCard } from './SubsidiariesCard.tsx';
import { TimelineCard } from './TimelineCard.tsx';

export const CustomerShow = () => (
  <ShowBase<CustomerRecord>
    disableAuthentication={false}
    queryOptions={{ retry: false, onError: () => undefined }}
    loading={<Loading />}
  >
    <CustomerPage />
  </ShowBase>
);

const CustomerPage = () => {
  const { record, error } = useShowContext<CustomerRecord>();
  // A customer who was loaded before stays on the page when a refresh fails.
  if (!record) return error && <CustomerMissing />;
  return (
    <RecordContextProvider value={record}>
      <Presence customerId={record.id} />
      <CustomerHeader customer={record} />
      <JourneyCard customer={record} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          mt: 2,
          gridTemplateColumns: { md: 'minmax(0, 1fr) 320px' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, alignContent: 'start', minWidth: 0 }}>
          <NextActionCard customer={record} />
          <RaisedCasesCard customerId={record.id} />
          <SubsidiariesCard customerId={record.id} />
          <AttemptsCard customerId={record.id} />
          <TimelineCard customerId={record.id} />
          <ActivityCard customerId={record.id} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, alignContent: 'start', minWidth: 0 }}>
          <LinkUrlCard customer={record} />
          <SoftwareCard customer={record} />
          <OtherConnectionsCard customer={record} />
          <ContactsCard customer={record} />
          <NotesCard customerId={record.id} />
          <SectionCard title="Common questions">
            <Answers atFirst={4} customer={record} />
          </SectionCard>
        </Box>
      </Box>
    </RecordContextProvider>
  );
};
