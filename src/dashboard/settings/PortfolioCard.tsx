import {
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  Skeleton,
  Switch,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useGetOne, useNotify, useUpdate } from 'react-admin';
import type { WorkspaceSettingsRecord } from '../../api/settings/workspace-settings.ts';
import { Failure } from '../shared/Failure.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

const ID = 'workspace';

/** Whether account managers see their own customers only, and who sees those without one. Saved at once. */
export const PortfolioCard = () => {
  const query = { id: ID };
  const { data, error, refetch } = useGetOne<WorkspaceSettingsRecord, Error>(
    'workspace-settings',
    query,
    { retry: false },
  );
  return (
    <SectionCard title="Portfolios">
      {data && <Choices settings={data} />}
      {!data && error && <Failure error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={120} />}
    </SectionCard>
  );
};

type Choice = Partial<Pick<WorkspaceSettingsRecord, 'managersSeeOwn' | 'unassignedVisibleTo'>>;

const Choices = ({ settings }: { settings: WorkspaceSettingsRecord }) => {
  const label = useId();
  const [update] = useUpdate<WorkspaceSettingsRecord, Error>();
  const notify = useNotify();
  const save = (data: Choice) =>
    update(
      'workspace-settings',
      { id: ID, data, previousData: settings },
      {
        onSuccess: () => notify('Saved'),
        onError: (error) => notify(error.message, { type: 'error' }),
      },
    );
  const { managersSeeOwn, unassignedVisibleTo } = settings;
  return (
    <>
      <FormControlLabel
        label="Account managers see only their own customers"
        control={
          <Switch
            checked={managersSeeOwn}
            onChange={(_, checked) => save({ managersSeeOwn: checked })}
          />
        }
      />
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        Everywhere: in lists, numbers, searches, exports, emails and imports. Agents and admins
        still see all customers. Account managers who hand a customer over no longer see them.
      </Typography>
      {managersSeeOwn && (
        <FormControl>
          <FormLabel id={label}>Customers without an account manager are visible to</FormLabel>
          <RadioGroup
            aria-labelledby={label}
            value={unassignedVisibleTo}
            onChange={(_, value) =>
              save({ unassignedVisibleTo: value === 'agents' ? 'agents' : 'all' })
            }
          >
            <FormControlLabel
              value="all"
              control={<Radio size="small" />}
              label="Everyone, so that account managers can take them"
            />
            <FormControlLabel
              value="agents"
              control={<Radio size="small" />}
              label="Agents and admins only"
            />
          </RadioGroup>
        </FormControl>
      )}
    </>
  );
};
