import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useNotify, useUpdate } from 'react-admin';
import type { AlertMessageRecord } from '../../api/alert-messages/resource.ts';
import { Failure } from '../shared/Failure.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { exactTime } from '../shared/format/duration.ts';
import { Pill } from '../shared/Pill.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { STATES, WAITING } from '../shared/sending/emailLabels.ts';
import { TwoLines } from '../shared/TwoLines.tsx';

const PER_PAGE = 10;

/** What the team was told, the newest first, and how sending it went. */
export const SentAlertsCard = () => {
  const [perPage, setPerPage] = useState(PER_PAGE);
  const {
    data,
    error,
    total = 0,
    refetch,
  } = useGetList<AlertMessageRecord>('alert-messages', {
    pagination: { page: 1, perPage },
    sort: { field: 'createdAt', order: 'DESC' },
  });
  return (
    <SectionCard title="Sent">
      {error && !data && <Failure error={error} onRetry={() => refetch()} />}
      {!error && !data && <Skeleton variant="rounded" height={96} />}
      {data?.length === 0 && (
        <Typography color="textSecondary">
          Nothing has been sent yet. Alerts, their tests and digests are listed here for 90 days.
        </Typography>
      )}
      <Box component="ul" aria-label="Sent alerts" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data?.map((message) => (
          <SentRow key={message.id} message={message} />
        ))}
      </Box>
      {data && total > data.length && (
        <Button onClick={() => setPerPage(perPage + PER_PAGE)}>Show more</Button>
      )}
    </SectionCard>
  );
};

const SentRow = ({ message }: { message: AlertMessageRecord }) => {
  const { title, event, alert, createdAt, state } = message;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { md: 'minmax(0, 1fr) minmax(0, 220px) 110px minmax(0, 260px)' },
        columnGap: 2,
        rowGap: 0.5,
        alignItems: 'center',
        py: 1,
      }}
    >
      <TwoLines
        first={event === 'test' ? `Test: ${title}` : title}
        second={alert ? <bdi>{alert}</bdi> : event === 'digest' ? 'Digest' : 'Deleted alert'}
      />
      <Typography component="div" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        <To message={message} />
      </Typography>
      <Typography component="div" variant="body2" color="textSecondary">
        <Ago at={createdAt} suffix=" ago" />
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', minWidth: 0 }}>
        <State message={message} />
        {WAITING.includes(state) && event !== 'test' && <RetryButton message={message} />}
      </Box>
    </Box>
  );
};

const To = ({ message: { userId, address } }: { message: AlertMessageRecord }) => {
  if (userId) return <PersonName id={userId} />;
  return <bdi>{address ?? 'Webhook'}</bdi>;
};

/** How sending it went, and why it didn’t. */
const State = ({ message: { state, problem, nextAttemptAt } }: { message: AlertMessageRecord }) => {
  const { label, tone } = STATES[state];
  return (
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Pill tone={tone}>{label}</Pill>
      {problem && (
        <Typography component="div" variant="body2" color="textSecondary">
          {problem}
          {nextAttemptAt && ` Next attempt: ${exactTime(nextAttemptAt)}.`}
        </Typography>
      )}
    </Box>
  );
};

const RetryButton = ({ message }: { message: AlertMessageRecord }) => {
  const [update, { isPending }] = useUpdate<AlertMessageRecord, Error>();
  const notify = useNotify();
  const retry = () =>
    update(
      'alert-messages',
      { id: message.id, data: { state: 'queued' }, previousData: message },
      { onError: (error) => notify(error.message, { type: 'error' }) },
    );
  return (
    <Button
      size="small"
      loading={isPending}
      aria-label={`Send “${message.title}” again`}
      onClick={retry}
      sx={{ ml: 'auto', flexShrink: 0 }}
    >
      Send again
    </Button>
  );
};
