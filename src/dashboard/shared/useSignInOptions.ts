import { useQuery } from '@tanstack/react-query';
import type { Role } from '../../common/permissions.ts';
import { fetchRecords } from './http.ts';

type SignInOptions = {
  demoSignIns: { name: string; email: string; password: string; role: Role }[];
  dataNotice: string | null;
  inboxPath: string | null;
  singleSignOn: boolean;
  passwordsOff: boolean;
  /** Whether people can have a link to choose a new password emailed. */
  passwordReset: boolean;
};

const loadOptions = async (): Promise<SignInOptions> =>
  (await fetchRecords('/api/sign-in-options')).json;

/** How people can sign in to this installation. The sandbox offers its sample users. */
export const useSignInOptions = () =>
  useQuery({
    queryKey: ['sign-in-options'],
    queryFn: loadOptions,
    staleTime: Number.POSITIVE_INFINITY,
  });
