import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import type { ActionsAnswer } from '../../api/metrics/actions.ts';
import { counted } from '../../common/locale.ts';
import { actionTitle } from '../../journey/spells/actions.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { estimateColumn, figuresOf, rateColumn, textColumn } from '../shared/figures/figuresOf.tsx';
import { MetricsCard } from '../shared/metrics/MetricsCard.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { PillSwitch } from '../shared/PillSwitch.tsx';
import { ActionRow } from './ActionRow.tsx';

const LANDMARKS = { 1: '24 hours', 3: '3 days', 7: '7 days' };
type Landmark = `${keyof typeof LANDMARKS}`;

/** Bars of an equal length mean equal differences, in steps of a quarter. */
const scaleOf = (actions: ActionsAnswer['actions']): number => {
  const bounds = actions.flatMap(({ difference }) =>
    difference ? [-difference.low, difference.high] : [],
  );
  return Math.max(0.25, Math.ceil(4 * Math.max(0, ...bounds)) / 4);
};

const figures = ({ actions }: ActionsAnswer) =>
  figuresOf(actions, ({ action }) => action, [
    textColumn('Action', ({ action }) => actionTitle(action)),
    rateColumn('Moved on with it', ({ taken }) => taken),
    rateColumn('Moved on without it', ({ notTaken }) => notTaken),
    estimateColumn(
      'Difference',
      ({ difference }) => difference && { ...difference, share: difference.difference },
    ),
  ]);

/** What became of stuck customers with and without each action. */
export const ActionsCard = ({ scope }: { scope: Scope }) => {
  const [landmark, setLandmark] = useState<Landmark>('1');
  const answer = useMetrics('actions', { ...scope, landmark });
  return (
    <MetricsCard
      title="What helps"
      answer={answer}
      figures={figures}
      aside={
        <PillSwitch label="Stuck for" value={landmark} options={LANDMARKS} onChange={setLandmark} />
      }
    >
      {(numbers) => <Actions numbers={numbers} />}
    </MetricsCard>
  );
};

const Actions = ({ numbers }: { numbers: ActionsAnswer }) => {
  const { actions, pending } = numbers;
  if (actions.length === 0)
    return (
      <EmptyState title="Nothing to compare yet">
        {pending > 0
          ? `${counted(pending, 'customer is', 'customers are')} still within the week that is watched.`
          : 'No customer was stuck for that long. Choose a longer period.'}
      </EmptyState>
    );
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="body2" color="textSecondary">
        A comparison of what agents chose, not a trial. {notes(numbers)}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
        {actions.map((one) => (
          <ActionRow key={one.action} compared={one} scale={scaleOf(actions)} />
        ))}
      </Box>
    </Box>
  );
};

const notes = ({ actions, sample, pending, enough, leftOut }: ActionsAnswer): string =>
  [
    `${counted(sample, 'customer was', 'customers were')} still stuck then.`,
    ...(pending > 0
      ? [`${counted(pending, 'more is', 'more are')} still within the week that is watched.`]
      : []),
    ...(leftOut > 0
      ? [`${counted(leftOut, 'was', 'were')} left out as duplicates or not our customers.`]
      : []),
    ...(actions.some(({ tooFew }) => tooFew)
      ? [`An action needs ${enough} customers with it and ${enough} without.`]
      : []),
  ].join(' ');
