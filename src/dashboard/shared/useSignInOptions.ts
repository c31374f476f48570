import { useQuery } from '@tanstack/react-query';
import type { Ports } from '../../api/ports.ts';
import { fetchJson } from './http.ts';

type SignInOptions = Pick<Ports, 'demoSignIns' | 'dataNotice'>;

/** How one can sign in here; the sandbox offers its people. */
export const useSignInOptions = () =>
  useQuery({
    queryKey: ['sign-in-options'],
    queryFn: async (): Promise<SignInOptions> => (await fetchJson('/api/sign-in-options')).json,
    staleTime: Number.POSITIVE_INFINITY,
  });
