import { useQuery } from '@tanstack/react-query';
import type { EmailContent } from '../../api/emails/routes.ts';
import type { EmailRecord } from '../../api/resources/emails.ts';
import { fetchJson } from '../http.ts';

/** What the recipient of an e-mail reads, which never changes once it is written. */
export const useEmailContent = ({ id, subject }: EmailRecord) => {
  const { data, error } = useQuery({
    queryKey: ['email-content', id],
    queryFn: async (): Promise<EmailContent> => (await fetchJson(`/api/emails/${id}/content`)).json,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { data: data && { subject, ...data }, error };
};
