import { Box, Breadcrumbs, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { AssignToMeButton } from '../shared/customers/AssignToMeButton.tsx';
import { SnoozeButton } from '../shared/customers/SnoozeButton.tsx';
import { SnoozedPill } from '../shared/customers/SnoozedPill.tsx';
import { shortDuration } from '../shared/format/duration.ts';
import { useNow } from '../shared/format/useNow.ts';
import { stuckStatus } from '../shared/journey/labels.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PersonName } from '../shared/PersonName.tsx';
import { Pill } from '../shared/Pill.tsx';
import { AccountManagerButton } from './actions/AccountManagerButton.tsx';
import { ClosedNotice } from './actions/ClosedNotice.tsx';
import { LogCallButton } from './actions/LogCallButton.tsx';
import { MoreMenu } from './actions/MoreMenu.tsx';
import { ParentLink } from './ParentLink.tsx';

/** The customer’s name, status and account manager, with the buttons to act on the case. */
export const CustomerHeader = ({ customer }: { customer: CustomerRecord }) => (
  <>
    <Breadcrumbs sx={{ fontSize: 13, mb: 0.5 }}>
      <Link
        component={RouterLink}
        to={customer.stuck ? '/stuck' : '/customers'}
        color="text.secondary"
      >
        {customer.stuck ? 'Stuck' : 'Customers'}
      </Link>
      <bdi>{customer.name}</bdi>
    </Breadcrumbs>
    <PageHeader title={customer.name} note={<Pills customer={customer} />}>
      <AssignToMeButton customer={customer} />
      <SnoozeButton customer={customer} />
      <LogCallButton customer={customer} />
      <MoreMenu customer={customer} />
    </PageHeader>
    <ClosedNotice customer={customer} />
  </>
);

const Pills = ({ customer }: { customer: CustomerRecord }) => (
  <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
    <StatePill customer={customer} />
    {customer.assigneeId && <AssigneePill id={customer.assigneeId} />}
    <SnoozedPill customer={customer} />
    <AccountManagerButton customer={customer} />
    {customer.parentId && <ParentLink id={customer.parentId} />}
    {customer.deletedAt && <Pill tone="neutral">Deleted in Codat</Pill>}
  </Box>
);

const StatePill = ({ customer }: { customer: CustomerRecord }) => {
  const now = useNow();
  const why = stuckStatus(customer);
  if (customer.stuck && why && customer.stuckAt) {
    const duration = shortDuration(now - Date.parse(customer.stuckAt));
    return <Pill tone={why.tone}>{`Stuck ${duration} · ${why.label}`}</Pill>;
  }
  if (customer.connected) return <Pill tone="good">Connected</Pill>;
  if (customer.closedAt) return <Pill tone="neutral">Closed</Pill>;
  if (customer.snoozedUntil && Date.parse(customer.snoozedUntil) > now) return null;
  return <Pill tone="brand">In progress</Pill>;
};

const AssigneePill = ({ id }: { id: string }) => (
  <Pill tone="neutral">
    {'Assignee · '}
    <PersonName id={id} />
  </Pill>
);
