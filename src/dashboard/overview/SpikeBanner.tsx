import { Alert, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { OverviewAnswer } from '../../api/metrics/answers.ts';
import { CustomersLink } from '../metrics/CustomersLink.tsx';
import { spikeWords } from '../metrics/spikeWords.ts';

type Props = { spike: OverviewAnswer['spikes'][number] };

/** Says that a software fails for everybody, before customers call. */
export const SpikeBanner = ({ spike }: Props) => (
  <Alert severity="warning" variant="outlined" sx={{ bgcolor: 'tint.warn' }}>
    <Link
      component={RouterLink}
      to={`/software/${encodeURIComponent(spike.software)}/show`}
      color="inherit"
      underline="always"
      sx={{ fontWeight: 640 }}
    >
      {spike.name}
    </Link>
    {`: ${spikeWords(spike)}. `}
    <CustomersLink filter={{ stuck: true, software: spike.software }}>
      See who is stuck with it
    </CustomersLink>
  </Alert>
);
