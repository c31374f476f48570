import { Box, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import type { AttemptRecord } from '../../../api/attempts/resource.ts';
import { REASONS } from '../../../journey/failure-reasons.ts';
import { Failure } from '../../shared/Failure.tsx';
import { Ago } from '../../shared/format/Ago.tsx';
import { Pill, type Tone } from '../../shared/Pill.tsx';
import { SectionCard } from '../../shared/SectionCard.tsx';
import { SoftwareName } from '../../shared/SoftwareName.tsx';
import { RawText } from '../../shared/timeline/RawText.tsx';
import { ChangeReason } from './ChangeReason.tsx';

const OUTCOMES: Record<NonNullable<AttemptRecord['outcome']>, { label: string; tone: Tone }> = {
  authorized: { label: 'Approved', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  abandoned: { label: 'Gave up', tone: 'warn' },
};
const IN_PROGRESS = { label: 'In progress', tone: 'brand' } as const;

/** All attempts, the newest first, each with the error as received. */
export const AttemptsCard = ({ customerId }: { customerId: string }) => {
  const {
    data = [],
    total,
    error,
    refetch,
  } = useGetList<AttemptRecord>('attempts', {
    filter: { customerId },
    pagination: { page: 1, perPage: 20 },
    sort: { field: 'startedAt', order: 'DESC' },
  });
  if (error && !total)
    return (
      <SectionCard title="Attempts">
        <Failure error={error} onRetry={() => refetch()} />
      </SectionCard>
    );
  if (!total) return null;
  return (
    <SectionCard title="Attempts" aside={total}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
        {data.map((attempt) => (
          <AttemptItem key={attempt.id} attempt={attempt} />
        ))}
      </Box>
    </SectionCard>
  );
};

const AttemptItem = ({ attempt }: { attempt: AttemptRecord }) => {
  const { label, tone } = attempt.outcome ? OUTCOMES[attempt.outcome] : IN_PROGRESS;
  return (
    <li>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <SoftwareName id={attempt.software} />
        <Pill tone={tone}>{label}</Pill>
        {attempt.outcome === 'failed' &&
          attempt.failureReason &&
          REASONS[attempt.failureReason].label}
        {attempt.outcome === 'authorized' && !attempt.endedAt && 'Time unknown'}
        <Typography component="div" variant="body2" color="textSecondary" sx={{ ml: 'auto' }}>
          <Ago at={attempt.startedAt} suffix=" ago" />
        </Typography>
      </Box>
      {attempt.failureText && (
        <RawText text={attempt.failureText} statusCode={attempt.statusCode} />
      )}
      {attempt.outcome === 'failed' && <ChangeReason attempt={attempt} />}
    </li>
  );
};
