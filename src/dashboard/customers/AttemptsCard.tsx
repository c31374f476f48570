import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import type { AttemptRecord } from '../../api/resources/attempts.ts';
import { REASONS } from '../../journey/failure-reasons.ts';
import { Ago } from '../shared/Ago.tsx';
import { Pill, type Tone } from '../shared/Pill.tsx';
import { SoftwareName } from '../shared/SoftwareName.tsx';
import { RawText } from './RawText.tsx';
import { SectionCard } from './SectionCard.tsx';

const OUTCOMES: Record<NonNullable<AttemptRecord['outcome']>, { label: string; tone: Tone }> = {
  authorized: { label: 'Approved', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  abandoned: { label: 'Abandoned', tone: 'warn' },
};
const UNDER_WAY = { label: 'Under way', tone: 'brand' } as const;

/** Every try at authorizing, the newest first, with the error as it was received. */
export const AttemptsCard = ({ customerId }: { customerId: string }) => {
  const { data = [], total } = useGetList<AttemptRecord>('attempts', {
    filter: { customerId },
    pagination: { page: 1, perPage: 20 },
    sort: { field: 'startedAt', order: 'DESC' },
  });
  if (!total) return null;
  return (
    <SectionCard title="Attempts" aside={total}>
      <Box sx={{ overflowX: 'auto' }}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>Software</TableCell>
              <TableCell>Outcome</TableCell>
              <TableCell>Started</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.map((attempt) => (
              <AttemptRow key={attempt.id} attempt={attempt} />
            ))}
          </TableBody>
        </Table>
      </Box>
    </SectionCard>
  );
};

const AttemptRow = ({ attempt }: { attempt: AttemptRecord }) => {
  const { label, tone } = attempt.outcome ? OUTCOMES[attempt.outcome] : UNDER_WAY;
  return (
    <TableRow>
      <TableCell>
        <SoftwareName id={attempt.software} />
      </TableCell>
      <TableCell>
        <Pill tone={tone}>{label}</Pill>{' '}
        {attempt.failureReason && (
          <Typography component="span" variant="body2">
            {REASONS[attempt.failureReason].label}
          </Typography>
        )}
        {attempt.failureText && (
          <RawText text={attempt.failureText} statusCode={attempt.statusCode} />
        )}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Ago at={attempt.startedAt} suffix=" ago" />
      </TableCell>
    </TableRow>
  );
};
