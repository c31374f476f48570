import { Box, Breadcrumbs, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { isPaused, isStuck } from '../../journey/stuck.ts';
import { AssignToMeButton } from '../shared/customers/AssignToMeButton.tsx';
import { SnoozeButton } from '../shared/customers/SnoozeButton.tsx';
import { SnoozedPill } from '../shared/customers/SnoozedPill.tsx';
import { shortDuration } from '../shared/format/duration.ts';
import { useNow } from '../shared/format/useNow.ts';
import { stuckStatus } from '../shared/journey/labels.ts';
import { NextCaseButton } from '../shared/next-case/NextCaseButton.tsx';
import { useTakenCase } from '../shared/next-case/takenCase.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { Pill } from '../shared/Pill.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';
import { ColleaguePills } from '../shared/presence/ColleaguePills.tsx';
import { AccountManagerButton } from './actions/AccountManagerButton.tsx';
import { ClosedNotice } from './actions/ClosedNotice.tsx';
import { LogCallButton } from './actions/LogCallButton.tsx';
import { MoreMenu } from './actions/MoreMenu.tsx';
import { TagsButton } from './actions/TagsButton.tsx';
import { ParentLink } from './ParentLink.tsx';

/** The customer’s name, status and account manager, with the buttons to act on the case. */
export const CustomerHeader = ({ customer }: { customer: CustomerRecord }) => (
  <>
    {/* People come and go without moving the page. */}
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        minHeight: 24,
        mb: 0.5,
      }}
    >
      <Trail customer={customer} />
      <ColleaguePills customerId={customer.id} />
    </Box>
    <PageHeader title={customer.name} note={<Pills customer={customer} />}>
      <AssignToMeButton customer={customer} />
      <SnoozeButton customer={customer} />
      <LogCallButton customer={customer} />
      <MoreMenu customer={customer} />
      <NextCase customer={customer} />
    </PageHeader>
    <ClosedNotice customer={customer} />
  </>
);

/** Goes on in the list from which this case was handed out, or else in the whole queue. */
const NextCase = ({ customer }: { customer: CustomerRecord }) => (
  <NextCaseButton
    variant="outlined"
    after={customer.id}
    filter={useTakenCase()?.nextCaseOf ?? {}}
  />
);

const Trail = ({ customer }: { customer: CustomerRecord }) => {
  const stuck = isStuck(customer, useNow());
  return (
    <Breadcrumbs sx={{ fontSize: 13 }}>
      <Link component={RouterLink} to={stuck ? '/stuck' : '/customers'} color="text.secondary">
        {stuck ? 'Stuck' : 'Customers'}
      </Link>
      <bdi>{customer.name}</bdi>
    </Breadcrumbs>
  );
};

const Pills = ({ customer }: { customer: CustomerRecord }) => (
  <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
    <StatePill customer={customer} />
    {customer.assigneeId && <AssigneePill id={customer.assigneeId} />}
    <SnoozedPill customer={customer} />
    <AccountManagerButton customer={customer} />
    <TagsButton customer={customer} />
    {customer.parentId && <ParentLink id={customer.parentId} />}
    {customer.deletedAt && <Pill tone="neutral">Deleted in Codat</Pill>}
  </Box>
);

/** Computed here rather than by the API, so that a snooze shows at once, before the time to undo it has passed. */
const StatePill = ({ customer }: { customer: CustomerRecord }) => {
  const now = useNow();
  const why = stuckStatus(customer);
  if (why && customer.stuckAt && isStuck(customer, now)) {
    const duration = shortDuration(Math.max(0, now - Date.parse(customer.stuckAt)));
    return <Pill tone={why.tone}>{`Stuck ${duration} · ${why.label}`}</Pill>;
  }
  if (customer.connected) return <Pill tone="good">Connected</Pill>;
  if (customer.closedAt) return <Pill tone="neutral">Closed</Pill>;
  if (isPaused(customer, now)) return null;
  return <Pill tone="brand">In progress</Pill>;
};

const AssigneePill = ({ id }: { id: string }) => (
  <Pill tone="neutral">
    {'Assignee · '}
    <PersonName id={id} />
  </Pill>
);
