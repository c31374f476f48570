import { Box, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { LinkRecord } from '../../../api/links/resource.ts';
import { hasReached } from '../../../journey/stages.ts';
import { Fact, Facts } from '../../shared/Facts.tsx';
import { Ago } from '../../shared/format/Ago.tsx';
import { useNow } from '../../shared/format/useNow.ts';
import { SectionCard } from '../../shared/SectionCard.tsx';
import { SoftwareName } from '../../shared/SoftwareName.tsx';
import { LinkActions } from './LinkActions.tsx';
import { LinkRow } from './LinkRow.tsx';

const newestFirst = {
  pagination: { page: 1, perPage: 25 },
  sort: { field: 'createdAt', order: 'DESC' },
} as const;

/** The customer's tracked links: one to copy, those in e-mails, where they lead, and how often they were opened. */
export const LinkUrlCard = ({ customer }: { customer: CustomerRecord }) => {
  const { data: all = [] } = useGetList<LinkRecord>('links', {
    ...newestFirst,
    filter: { customerId: customer.id },
  });
  const now = useNow();
  const usable = all.filter(
    ({ revokedAt, expiresAt }) => !revokedAt && (!expiresAt || Date.parse(expiresAt) > now),
  );
  return (
    <SectionCard title="Link URL" aside={<LastSent at={customer.lastSentAt} />}>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>
        Stays good: each time it is opened, a fresh Link URL is fetched from Codat.
      </Typography>
      <Facts>
        <Fact name="Leads to">
          <Destination customer={customer} />
        </Fact>
        <Fact name="Opened">
          <Openings customer={customer} links={all} />
        </Fact>
      </Facts>
      <LinkActions customer={customer} />
      {usable.length > 0 && (
        <Box component="ul" aria-label="Links that work" sx={{ m: 0, mt: 1.5, p: 0 }}>
          {usable.map((link) => (
            <LinkRow key={link.id} link={link} />
          ))}
        </Box>
      )}
    </SectionCard>
  );
};

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

const Destination = ({ customer }: { customer: CustomerRecord }) => {
  if (customer.connected) return 'a page that says they are connected';
  if (!customer.connectionId) return 'the choice of software';
  return (
    <>
      the approval of <SoftwareName id={customer.software} />
    </>
  );
};

type OpeningsProps = { customer: CustomerRecord; links: LinkRecord[] };

const Openings = ({ customer, links }: OpeningsProps) => {
  const count = links.reduce((sum, { openings }) => sum + openings, 0);
  const last = links
    .flatMap(({ lastOpenedAt }) => lastOpenedAt ?? [])
    .sort()
    .at(-1);
  if (!last)
    return hasReached(customer.furthestStage, 'opened') ? 'not through a link of ours' : 'not yet';
  return (
    <>
      {count === 1 ? 'once' : `${count} times, last`} <Ago at={last} suffix=" ago" />
    </>
  );
};
