import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { searchOf } from '../views/viewAddress.ts';
import type { CustomersFilter } from './CustomersLink.tsx';

type Props = {
  /** Without `stuck`: everybody in the queue is. */
  filter: Omit<CustomersFilter, 'stuck'>;
  children: ReactNode;
};

/** Links a number to the customers in the queue that it counts. */
export const QueueLink = ({ filter, children }: Props) => (
  <Link
    component={RouterLink}
    to={{ pathname: '/stuck', search: searchOf(filter) }}
    color="inherit"
    underline="always"
  >
    {children}
  </Link>
);
