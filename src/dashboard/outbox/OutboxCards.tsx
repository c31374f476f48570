import { Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Loading, useCreatePath, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { EmailRecord } from '../../api/resources/emails.ts';
import { Ago } from '../shared/Ago.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { EmailState } from './EmailState.tsx';

/** The rows of the Outbox where there is no room for a table. */
export const OutboxCards = ({ empty }: { empty: ReactNode }) => {
  const { data, isPending } = useListContext<EmailRecord>();
  const createPath = useCreatePath();
  if (isPending) return <Loading />;
  if (!data || data.length === 0) return empty;
  return data.map((email) => (
    <Link
      key={email.id}
      component={RouterLink}
      to={createPath({ resource: 'emails', type: 'show', id: email.id })}
      color="inherit"
      underline="none"
      sx={{ display: 'grid', gap: 1, p: 2, borderBottom: 1, borderColor: 'line.faint' }}
    >
      <TwoLines
        first={<bdi>{email.subject}</bdi>}
        second={<bdi>{email.toName ?? email.toEmail}</bdi>}
      />
      <EmailState email={email} />
      <Typography component="div" variant="body2" color="textSecondary">
        <Ago at={email.createdAt} suffix=" ago" />
      </Typography>
    </Link>
  ));
};
