import { Box, Button, List, ListItem, Skeleton, Typography } from '@mui/material';
import { useDeleteMany, useGetList, useNotify } from 'react-admin';
import type { SessionRecord } from '../../api/sessions/resource.ts';
import { Failure } from '../shared/Failure.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { counted } from '../shared/format/counted.ts';
import { Pill } from '../shared/Pill.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { deviceOf } from './deviceOf.ts';

/** More sessions than anyone has. */
const ALL = { page: 1, perPage: 100 };

/** Where the person is signed in, with buttons to end sessions. */
export const SessionsCard = () => {
  const { data, error, refetch } = useGetList<SessionRecord>('sessions', {
    pagination: ALL,
    sort: { field: 'lastUsedAt', order: 'DESC' },
  });
  const notify = useNotify();
  const [remove, { isPending }] = useDeleteMany<SessionRecord, Error>();
  const others = data?.filter(({ current }) => !current) ?? [];
  const end = (ended: SessionRecord[]) =>
    remove(
      'sessions',
      { ids: ended.map(({ id }) => id) },
      {
        onSuccess: () => notify(`${counted(ended.length, 'session', 'sessions')} ended`),
        onError: (failure) => notify(failure.message, { type: 'error' }),
        onSettled: () => refetch(),
      },
    );
  return (
    <SectionCard
      title="Sessions"
      aside={
        others.length > 1 && (
          <Button disabled={isPending} onClick={() => end(others)}>
            End all others
          </Button>
        )
      }
    >
      <Typography variant="body2" color="textSecondary">
        Where you’re signed in. Sessions end by themselves after 12 hours without use, and after 30
        days.
      </Typography>
      {error && !data && <Failure error={error} onRetry={() => refetch()} />}
      {!error && !data && <Skeleton variant="rounded" height={64} sx={{ mt: 1 }} />}
      <List disablePadding>
        {data?.map((session) => (
          <Item
            key={session.id}
            session={session}
            disabled={isPending}
            onEnd={() => end([session])}
          />
        ))}
      </List>
    </SectionCard>
  );
};

type ItemProps = { session: SessionRecord; disabled: boolean; onEnd: () => void };

const Item = ({ session, disabled, onEnd }: ItemProps) => {
  const { userAgent, address, lastUsedAt, current } = session;
  const device = deviceOf(userAgent);
  return (
    <ListItem divider disableGutters sx={{ gap: 1.5 }}>
      <TwoLines
        first={device}
        second={
          <>
            {address && `${address} · `}
            last used <Ago at={lastUsedAt} suffix=" ago" />
          </>
        }
      />
      <Box sx={{ ml: 'auto', flexShrink: 0 }}>
        {current ? (
          <Pill tone="good">This session</Pill>
        ) : (
          <Button
            aria-label={`End ${device}${address ? ` at ${address}` : ''}`}
            disabled={disabled}
            onClick={onEnd}
          >
            End
          </Button>
        )}
      </Box>
    </ListItem>
  );
};
