import OpenInNew from '@mui/icons-material/OpenInNew';
import { Box, Button, Typography } from '@mui/material';
import { useGetOne } from 'react-admin';
import type { SoftwareRecord } from '../../api/resources/software.ts';
import { Pill, type Tone } from '../shared/Pill.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

const TONE: Record<SoftwareRecord['complexity'], Tone> = {
  simple: 'good',
  moderate: 'neutral',
  complex: 'warn',
};

/** What the customer must have ready for the software they chose, and its guide. */
export const SoftwareCard = ({ id }: { id: string | null }) =>
  id ? (
    <Known id={id} />
  ) : (
    <SectionCard title="Software">
      <Typography color="textSecondary">
        Not selected yet. Ask which software they use, and whether they are an administrator in it.
      </Typography>
    </SectionCard>
  );

const Known = ({ id }: { id: string }) => {
  const { data } = useGetOne<SoftwareRecord>('software', { id });
  if (!data) return null;
  return (
    <SectionCard
      title={data.name}
      aside={<Pill tone={TONE[data.complexity]}>{data.complexity}</Pill>}
    >
      {data.enabled === false && (
        <Typography color="warning" sx={{ mb: 1 }}>
          Switched off at Codat: customers can’t choose it in the journey.
        </Typography>
      )}
      {data.ready.length > 0 && (
        <Box
          component="ul"
          aria-label="Have ready"
          sx={{ m: 0, mb: 1.5, pl: 2.25, color: 'text.secondary' }}
        >
          {data.ready.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </Box>
      )}
      {data.guideUrl && (
        <Button
          variant="outlined"
          startIcon={<OpenInNew />}
          href={data.guideUrl}
          target="_blank"
          rel="noreferrer"
        >
          Guide
        </Button>
      )}
    </SectionCard>
  );
};
