import { Box } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { CONTACT_ROLES } from '../../../journey/contacts.ts';
import { SectionCard } from '../../shared/SectionCard.tsx';
import { ContactRow } from './ContactRow.tsx';

/** The customer’s contacts by role, with those that are missing. */
export const ContactsCard = ({ customer }: { customer: CustomerRecord }) => (
  <SectionCard title="Contacts">
    <Box component="ul" sx={{ display: 'grid', gap: 1, m: 0, p: 0, listStyle: 'none' }}>
      {CONTACT_ROLES.map((role) => (
        <ContactRow key={role} customer={customer} role={role} />
      ))}
    </Box>
  </SectionCard>
);
