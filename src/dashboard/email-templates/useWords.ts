import { useRecordContext } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { EmailTemplateRecord } from '../../api/resources/email-templates.ts';
import { fetchJson } from '../http.ts';

/** What is written in the form, and asking the API about it. */
export const useWords = () => {
  const id = useRecordContext<EmailTemplateRecord>()?.id ?? '';
  const [subject, body] = useWatch({ name: ['subject', 'body'] }) as (string | null | undefined)[];
  const words = { subject: subject ?? '', body: body ?? '' };
  return {
    id,
    words,
    post: async (action: 'preview' | 'test' | 'reset', sent: object = words) =>
      (
        await fetchJson(`/api/email-templates/${encodeURIComponent(id)}/${action}`, {
          method: 'POST',
          body: JSON.stringify(sent),
        })
      ).json,
  };
};
