import { Box, Link, Typography } from '@mui/material';
import { type Contact, dialing } from '../../../journey/contacts.ts';
import { Pill } from '../../shared/Pill.tsx';

/** How to reach a person. */
export const ContactDetails = ({ contact: { name, email, phone } }: { contact: Contact }) => (
  <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
    {name && (
      <Typography sx={{ fontWeight: 600 }}>
        <bdi>{name}</bdi>
      </Typography>
    )}
    {email ? (
      <Link href={`mailto:${encodeURIComponent(email)}`} sx={{ display: 'block', py: 0.25 }}>
        {email}
      </Link>
    ) : (
      <Pill tone="warn">No email</Pill>
    )}
    {phone && (
      <Link href={dialing(phone)} sx={{ display: 'block', py: 0.25 }}>
        {phone}
      </Link>
    )}
  </Box>
);
