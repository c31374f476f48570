import { Box, Link } from '@mui/material';
import { useCreatePath } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { ColleagueAvatars } from '../presence/ColleagueAvatars.tsx';
import { TwoLines } from '../TwoLines.tsx';
import { Phone } from './ContactCell.tsx';
import { TagChips } from './TagChips.tsx';

/** Similar names differ at their end, so a long one takes four lines before it is cut off. */
const nameSx = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 4,
  overflow: 'hidden',
  overflowWrap: 'anywhere',
  whiteSpace: 'normal',
  lineHeight: 1.35,
} as const;

type Props = {
  customer: CustomerRecord;
  /** In pixels, where the table has little room; null for the full width. */
  width?: number | null;
  /** Shows the phone number instead of the name, which it has on hover. */
  withPhone?: boolean;
};

/** A customer in a row: the company, and under it the main contact, after the colleagues who are there. */
export const CustomerCell = ({ customer, width = 132, withPhone }: Props) => (
  <Box
    title={customer.name}
    sx={{ maxWidth: width === null ? '100%' : { xs: '100%', md: width, xl: 260 } }}
  >
    <TwoLines
      first={<NameLink customer={customer} />}
      second={
        <>
          <ColleagueAvatars customerId={customer.id} />
          {withPhone && customer.contactPhone ? (
            <Phone customer={customer} />
          ) : (
            <bdi>{customer.contactName ?? customer.contactEmail ?? 'No contact yet'}</bdi>
          )}
        </>
      }
    />
    <TagChips labels={customer.labels} most={3} />
  </Box>
);

/** A row reacts to the mouse only; a link also to keyboards, and it opens in a new tab. */
const NameLink = ({ customer: { id, name } }: Pick<Props, 'customer'>) => {
  const createPath = useCreatePath();
  return (
    <Link
      component={RouterLink}
      to={createPath({ resource: 'customers', type: 'show', id })}
      color="inherit"
      data-row-link
      // Or else the row would open as well.
      onClick={(event) => event.stopPropagation()}
      // The cell cuts off an outline outside the text.
      sx={{ ...nameSx, '&:focus-visible': { outlineOffset: -2 } }}
    >
      <bdi>{name}</bdi>
    </Link>
  );
};
