import { Box, ButtonBase, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../shared/Failure.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { readPlaceholders } from './templateApi.ts';

/** The available placeholders. Clicking one inserts it at the cursor. */
export const Placeholders = ({ onChoose }: { onChoose: (written: string) => void }) => {
  const {
    data = [],
    error,
    refetch,
  } = useQuery({
    queryKey: ['placeholders'],
    queryFn: readPlaceholders,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <SectionCard title="Placeholders">
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        Filled in per customer. Click to insert at the cursor.
      </Typography>
      {error && <Failure error={error} onRetry={() => refetch()} />}
      <Box
        component="ul"
        aria-label="Placeholders"
        sx={{
          display: 'grid',
          columnGap: 1,
          m: 0,
          mx: -1,
          p: 0,
          listStyle: 'none',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        {data.map(({ name, meaning, written }) => (
          <li key={name}>
            <ButtonBase
              onClick={() => onChoose(written)}
              sx={{
                display: 'block',
                width: 1,
                textAlign: 'start',
                px: 1,
                py: 0.5,
                borderRadius: 1,
                '&:hover': { bgcolor: 'tint.neutral' },
              }}
            >
              <Box component="code" sx={{ fontSize: 13, fontWeight: 600 }}>
                {name}
              </Box>
              <Typography
                component="span"
                variant="body2"
                color="textSecondary"
                sx={{ display: 'block' }}
              >
                {meaning}
              </Typography>
            </ButtonBase>
          </li>
        ))}
      </Box>
    </SectionCard>
  );
};
