import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Letter, previewEmail } from './sendEmail.ts';

/** The e-mail as it would go out; the last one stays until the next is there. */
export const useEmailPreview = (letter: Letter) =>
  useQuery({
    queryKey: ['emails', 'preview', letter],
    queryFn: () => previewEmail(letter),
    placeholderData: keepPreviousData,
    retry: false,
  });
