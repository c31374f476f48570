import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { ROLES } from '../../common/permissions.ts';
import { fetchParsed } from './http.ts';

const signInOptions = z.object({
  demoSignIns: z.array(
    z.object({ name: z.string(), email: z.string(), password: z.string(), role: z.enum(ROLES) }),
  ),
  dataNotice: z.string().nullable(),
  inboxPath: z.string().nullable(),
  singleSignOn: z.boolean(),
  passwordsOff: z.boolean(),
  /** Whether people can have a link to choose a new password emailed. */
  passwordReset: z.boolean(),
});

/** How people can sign in to this installation. The sandbox offers its sample users. */
export const useSignInOptions = () =>
  useQuery({
    queryKey: ['sign-in-options'],
    queryFn: () => fetchParsed(signInOptions, '/api/sign-in-options'),
    staleTime: Number.POSITIVE_INFINITY,
  });
