import { LinearProgress, Typography } from '@mui/material';
import type { SyncRecord } from '../../api/syncs/resource.ts';
import { type Progress, progressOf } from '../../common/sync-progress.ts';
import { counted } from '../shared/format/counted.ts';
import { exactTime, shortDuration } from '../shared/format/duration.ts';
import { useNow } from '../shared/format/useNow.ts';
import { Pill } from '../shared/Pill.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { CancelSync } from './CancelSync.tsx';
import { useUnfinishedSync } from './useUnfinishedSync.ts';
import { STATES } from './words.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const TITLES: Record<SyncRecord['kind'], string> = {
  changes: 'Looking for changes at Codat',
  full: 'Comparing everything with Codat',
};

/** How far the sync that is under way has come; nothing when there is none. */
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
      {sync.state === 'waiting' && <Wait sync={sync} />}
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
    // How many pages hold changes is known once the last of them is read.
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
    notUnderstood > 0 && `${counted(notUnderstood, 'company', 'companies')} not understood`,
    quotaRemaining !== null && `${counted(quotaRemaining, 'request', 'requests')} left today`,
  ]
    .filter(Boolean)
    .join(' · ');

const Wait = ({ sync: { problem, waitUntil } }: { sync: SyncRecord }) => (
  <Typography role="status" color="warning" sx={{ mt: 1 }}>
    {problem} {waitUntil && `It goes on at ${exactTime(waitUntil)}.`}
  </Typography>
);
