import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAuthProvider } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { EmptyState } from '../shared/EmptyState.tsx';

const RETRY_MS = 3000;

/** Shown when permissions can't be checked. Returns to the previous page once the server responds. */
export const UnreachablePage = () => {
  const authProvider = useAuthProvider();
  const navigate = useNavigate();
  const { key } = useLocation();
  const { isSuccess } = useQuery({
    queryKey: ['reachable'],
    queryFn: async () => (await authProvider?.getIdentity?.()) ?? null,
    retry: true,
    retryDelay: RETRY_MS,
    gcTime: 0,
  });
  useEffect(() => {
    if (!isSuccess) return;
    // The first page of a visit has none before it.
    if (key === 'default') navigate('/', { replace: true });
    else navigate(-1);
  }, [isSuccess, key, navigate]);
  return <EmptyState title="We can’t reach Unstuck right now">Retrying…</EmptyState>;
};
