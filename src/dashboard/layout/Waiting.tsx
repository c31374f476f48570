import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Loading } from 'react-admin';
import { EmptyState } from '../shared/EmptyState.tsx';
import { sessionQuery } from '../shared/server/session.ts';

/** Shown until a page can be, or says why it can’t. */
export const Waiting = () => {
  const { failureCount, isError } = useQuery({ ...sessionQuery, enabled: false });
  if (failureCount === 0 && !isError) return <Loading />;
  return (
    <Box role="status">
      <EmptyState title="We can’t reach Unstuck right now">Retrying…</EmptyState>
    </Box>
  );
};

/** Shown until the server has answered for the first time. */
export const StartPage = () => (
  <Box component="main" sx={{ pt: 10 }}>
    <Waiting />
  </Box>
);
