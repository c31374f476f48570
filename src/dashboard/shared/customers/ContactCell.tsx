import { Box, Link, Typography } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { dialing } from '../../../journey/contacts.ts';
import { triedInOrder } from '../../../journey/outreach.ts';
import { Ago } from '../format/Ago.tsx';
import { exactTime } from '../format/duration.ts';
import { TwoLines } from '../TwoLines.tsx';

type Props = { customer: CustomerRecord };

/** How to call a customer, and what we tried last. */
export const ContactCell = ({ customer }: Props) => (
  <Box sx={{ maxWidth: { xs: '100%', md: 150, xl: 220 } }}>
    <TwoLines first={<Phone customer={customer} />} second={<Tried customer={customer} />} />
  </Box>
);

/** The same on a card. */
export const ContactLine = ({ customer }: Props) => (
  <Typography
    component="div"
    variant="body2"
    sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'baseline' }}
  >
    {/* Above the card’s link. */}
    <Box component="span" sx={{ position: 'relative', zIndex: 1, fontWeight: 600 }}>
      <Phone customer={customer} />
    </Box>
    <Box component="span" sx={{ color: 'text.secondary' }}>
      <Tried customer={customer} />
    </Box>
  </Typography>
);

/** The main contact’s phone number, to call. */
export const Phone = ({ customer: { contactName, contactPhone } }: Props) =>
  contactPhone ? (
    <Link
      href={dialing(contactPhone)}
      title={contactName ?? undefined}
      // Large enough to hit, and clear of the name’s link above.
      sx={{ display: 'inline-block', lineHeight: '24px', mt: '3px' }}
      color="inherit"
      // Or else the row would open as well.
      onClick={(event) => event.stopPropagation()}
    >
      {contactPhone}
    </Link>
  ) : (
    <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
      No phone number
    </Box>
  );

/** What we tried last since the customer’s last signal. All of it on hover. */
export const Tried = ({ customer: { tried } }: Props) => {
  const all = triedInOrder(tried);
  const [last] = all;
  if (!last) return 'Nothing tried yet';
  return (
    <span title={all.map(({ label, at }) => `${label}, ${exactTime(at)}`).join('\n')}>
      {last.label} <Ago at={last.at} suffix=" ago" />
    </span>
  );
};
