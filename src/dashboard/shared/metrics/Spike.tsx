import { Alert, Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { SoftwareNumbers } from '../../../api/metrics/software.ts';
import { percent } from '../figures/labels.ts';
import { Pill } from '../Pill.tsx';
import { CustomersLink } from './CustomersLink.tsx';

type Spike = NonNullable<SoftwareNumbers['spike']>;

const WINDOWS: Record<Spike['window'], string> = { '24h': '24 hours', '7d': '7 days' };

/** How badly it fails, as in “9 of 14 customers in the last 24 hours (normally 11%)”. */
const spikeLabel = ({ failed, ended, window, usual }: Spike): string => {
  const lately = `${failed} of ${ended} customers in the last ${WINDOWS[window]}`;
  return usual.rate === null ? lately : `${lately} (normally ${percent(usual.rate)})`;
};

type Props = { software: string; name: ReactNode; spike: Spike };

/** Warns that an app is failing for many customers, before they call. */
export const SpikeAlert = ({ software, name, spike }: Props) => (
  <Alert severity="warning" variant="outlined" sx={{ bgcolor: 'tint.warn' }}>
    <Box component="span" sx={{ fontWeight: 640 }}>
      {name}
    </Box>
    {` is failing: ${spikeLabel(spike)}. `}
    <CustomersLink filter={{ stuck: true, software }}>View affected customers</CustomersLink>
  </Alert>
);

/** Marks an app that fails more than usual. */
export const SpikePill = ({ spike }: { spike: Spike | null }) =>
  spike && (
    <span title={`Failed ${spikeLabel(spike)}`}>
      <Pill tone="warn">Failing now</Pill>
    </span>
  );
