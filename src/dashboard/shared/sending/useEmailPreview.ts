import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { type EmailRequest, previewEmail } from './sendEmail.ts';

/** Renders the email as it would be sent, again whenever the customer’s contacts change. Keeps the last one meanwhile. */
export const useEmailPreview = (email: EmailRequest, { contactEmail, contacts }: CustomerRecord) =>
  useQuery({
    queryKey: ['emails', 'preview', email, contactEmail, contacts],
    queryFn: () => previewEmail(email),
    placeholderData: keepPreviousData,
    retry: false,
  });
