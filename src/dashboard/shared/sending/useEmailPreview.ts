import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { type Letter, previewEmail } from './sendEmail.ts';

/**
 * The e-mail as it would go out; the last one stays until the next is there. It is made anew when the contacts that it
 * may go to have changed.
 */
export const useEmailPreview = (letter: Letter, { contactEmail, contacts }: CustomerRecord) =>
  useQuery({
    queryKey: ['emails', 'preview', letter, contactEmail, contacts],
    queryFn: () => previewEmail(letter),
    placeholderData: keepPreviousData,
    retry: false,
  });
