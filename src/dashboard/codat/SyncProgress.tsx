import { LinearProgress, Typography } from '@mui/material';
import type { SyncRecord } from '../../api/syncs/resource.ts';
import { type Progress, progressOf } from '../../common/sync-progress.ts';
import { counted } from '../shared/format/counted.ts';
import { exactTime, shortDuration } from '../shared/format/duration.ts';
import { useNow } from '../shared/format/useNow.ts';
import { Pill } from '../shared/Pill.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { CancelSync } from './CancelSync.tsx';
import { STATES } from './syncLabels.ts';
import { useUnfinishedSync } from './useUnfinishedSync.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const TITLES: Record<SyncRecord['kind'], string> = {
  changes: 'Checking Codat for changes',
  full: 'Full sync with Codat',
};

/** Progress of the running sync, or nothing. */
export const SyncProgress = () => {
  const sync = useUnfinishedSync();
  return sync ? <Unfinished sync={sync} /> : null;
};

const Unfinished = ({ sync }: { sync: SyncRecord }) => {
  const progress = progressOf(sync, useNow(SECOND));
  const { label, tone } = STATES[sync.state];
  return (
    <SectionCard title={TITLES[sync.kind]} aside={<Pill tone={tone}>{label}</Pill>}>
      <LinearProgress
        aria-label={TITLES[sync.kind]}
        {...(progress.percent !== null && { variant: 'determinate', value: progress.percent })}
        sx={{ height: 6, borderRadius: 99, mb: 1 }}
      />
      <Typography>{positionOf(sync, progress)}</Typography>
      <Typography variant="body2" color="textSecondary">
        {findingsOf(sync)}
      </Typography>
      {sync.state === 'waiting' && <Pause sync={sync} />}
      <CancelSync sync={sync} />
    </SectionCard>
  );
};

const of = (count: number, total: number | null): string =>
  total === null
    ? count.toLocaleString()
    : `${count.toLocaleString()} of ${total.toLocaleString()}`;

const timeLeft = (remaining: number): string =>
  remaining < MINUTE ? 'less than a minute left' : `about ${shortDuration(remaining)} left`;

const positionOf = (sync: SyncRecord, { rate, remaining }: Progress): string => {
  const moving = sync.state === 'running';
  return [
    // An incremental sync doesn’t know its number of pages until it has read the last one.
    `Page ${of(sync.page, sync.kind === 'full' ? sync.pages : null)}`,
    `${of(sync.companies, sync.kind === 'full' ? sync.totalCompanies : null)} companies`,
    moving && rate !== null && `${Math.round(rate).toLocaleString()} a second`,
    moving && remaining !== null && timeLeft(remaining),
  ]
    .filter(Boolean)
    .join(' · ');
};

const findingsOf = ({ changed, notUnderstood, quotaRemaining }: SyncRecord): string =>
  [
    `${counted(changed, 'change', 'changes')} found`,
    notUnderstood > 0 && `${counted(notUnderstood, 'company', 'companies')} unrecognised`,
    quotaRemaining !== null &&
      `${counted(quotaRemaining, 'API request', 'API requests')} left today`,
  ]
    .filter(Boolean)
    .join(' · ');

const Pause = ({ sync: { problem, waitUntil } }: { sync: SyncRecord }) => (
  <Typography role="status" color="warning" sx={{ mt: 1 }}>
    {problem} {waitUntil && `Resumes at ${exactTime(waitUntil)}.`}
  </Typography>
);
