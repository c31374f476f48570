import { Alert, Box } from '@mui/material';
import type { ReactNode } from 'react';
import { CustomersLink } from './CustomersLink.tsx';
import { type Spike, spikeWords } from './spikeWords.ts';

type Props = { software: string; name: ReactNode; spike: Spike };

/** Says that a software fails for everybody, before customers call. */
export const SpikeAlert = ({ software, name, spike }: Props) => (
  <Alert severity="warning" variant="outlined" sx={{ bgcolor: 'tint.warn' }}>
    <Box component="span" sx={{ fontWeight: 640 }}>
      {name}
    </Box>
    {`: ${spikeWords(spike)}. `}
    <CustomersLink filter={{ stuck: true, software }}>See who is stuck with it</CustomersLink>
  </Alert>
);
