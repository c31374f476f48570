import { Box, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { LinkRecord } from '../../../api/links/resource.ts';
import { hasReached } from '../../../journey/stages.ts';
import { Fact, Facts } from '../../shared/Facts.tsx';
import { Failure } from '../../shared/Failure.tsx';
import { Ago } from '../../shared/format/Ago.tsx';
import { counted } from '../../shared/format/counted.ts';
import { useNow } from '../../shared/format/useNow.ts';
import { SectionCard } from '../../shared/SectionCard.tsx';
import { SoftwareName } from '../../shared/SoftwareName.tsx';
import { LinkActions } from './LinkActions.tsx';
import { LinkRow } from './LinkRow.tsx';

const newestFirst = {
  pagination: { page: 1, perPage: 25 },
  sort: { field: 'createdAt', order: 'DESC' },
} as const;

/** The customer’s tracked links: where they lead, how often they were opened, and which are active. */
export const LinkUrlCard = ({ customer }: { customer: CustomerRecord }) => {
  const { data, error, refetch } = useGetList<LinkRecord>('links', {
    ...newestFirst,
    filter: { customerId: customer.id },
  });
  const all = data ?? [];
  const now = useNow();
  const active = all.filter(
    ({ revokedAt, expiresAt }) => !revokedAt && (!expiresAt || Date.parse(expiresAt) > now),
  );
  return (
    <SectionCard title="Link URL" aside={<LastSent at={customer.lastSentAt} />}>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>
        This link doesn’t expire in their inbox. Each click gets a fresh one from Codat.
      </Typography>
      <Facts>
        <Fact name="Opens">
          <Destination customer={customer} />
        </Fact>
        {data && (
          <Fact name="Opened">
            <Openings customer={customer} links={data} />
          </Fact>
        )}
      </Facts>
      {error && !data && <Failure error={error} onRetry={() => refetch()} />}
      <LinkActions customer={customer} />
      {active.length > 0 && (
        <Box component="ul" aria-label="Active links" sx={{ m: 0, mt: 1.5, p: 0 }}>
          {active.map((link) => (
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
        Sent <Ago at={at} suffix=" ago" />
      </>
    ) : (
      'Not sent'
    )}
  </Typography>
);

const Destination = ({ customer }: { customer: CustomerRecord }) => {
  if (customer.connected) return '“You’re connected” page';
  if (!customer.connectionId) return 'Software selection';
  return (
    <>
      <SoftwareName id={customer.software} /> approval page
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
    return hasReached(customer.furthestStage, 'opened')
      ? 'Yes, but not via a tracked link'
      : 'Not yet';
  return (
    <>
      {counted(count, 'time', 'times')}, {count > 1 && 'last '}
      <Ago at={last} suffix=" ago" />
    </>
  );
};
