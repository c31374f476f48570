import { Link, Typography } from '@mui/material';
import type { CustomerRecord } from '../../api/resources/customers.ts';
import { Pill } from '../shared/Pill.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

/** The person one talks to. */
export const ContactCard = ({ customer }: { customer: CustomerRecord }) => (
  <SectionCard
    title="Contact"
    aside={!customer.contactEmail && <Pill tone="warn">no e-mail address</Pill>}
  >
    <Typography sx={{ fontWeight: 600 }}>
      <bdi>{customer.contactName ?? 'No name yet'}</bdi>
    </Typography>
    {customer.contactEmail && (
      <Link
        href={`mailto:${encodeURIComponent(customer.contactEmail)}`}
        sx={{ overflowWrap: 'anywhere' }}
      >
        {customer.contactEmail}
      </Link>
    )}
  </SectionCard>
);
