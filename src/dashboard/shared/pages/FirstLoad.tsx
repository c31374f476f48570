import { Box } from '@mui/material';
import {
  type QueryFilters,
  type QueryKey,
  useIsFetching,
  useQueryClient,
} from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';

/** What has its place before it comes: colleagues, who of them is there, and what tooltips say. */
const hasPlace = ([resource, method]: QueryKey): boolean =>
  (resource === 'users' && method === 'getMany') ||
  resource === 'presence' ||
  method === 'evidence';

const FIRST: QueryFilters = {
  predicate: ({ queryKey, state }) => state.status === 'pending' && !hasPlace(queryKey),
};

/** In milliseconds. What takes longer may move the page once it comes. */
const PATIENCE_MS = 1500;

/** In milliseconds: less than anyone notices. */
const PAUSE_MS = 40;

/** Whether all that could move the page has been loaded once, or is slow. */
const useFirstLoad = (): boolean => {
  const client = useQueryClient();
  const waiting = useIsFetching(FIRST);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (waiting > 0) return;
    // What has just been loaded may show parts that ask for more.
    const timer = setTimeout(() => {
      if (client.isFetching(FIRST) === 0) setOver(true);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [client, waiting]);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return over;
};

/** The heading, which takes the focus, shows at once. */
const hidden = { visibility: 'hidden', '& h1': { visibility: 'visible' } } as const;

/** Shows a page once all that it opens with is there. What shows earlier moves as parts above it come. */
export const FirstLoad = ({ children }: { children: ReactNode }) => {
  const loaded = useFirstLoad();
  return (
    <Box aria-busy={!loaded} sx={loaded ? null : hidden}>
      {children}
    </Box>
  );
};
