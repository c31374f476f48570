import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HttpError } from 'react-admin';
import type { RenderedEmail } from '../../api/email-templates/bodies.ts';
import type { EmailTemplate } from '../../journey/outreach.ts';
import { previewWords, type Words } from './templateApi.ts';

/** What is wrong with the words, for each of the two. */
export type Faults = Partial<Record<keyof Words, string>>;

export type WordsPreview = {
  shown: RenderedEmail | undefined;
  faults: Faults;
  error: Error | null;
};

/**
 * What words look like as an e-mail, and what is wrong with them. While something is, the last that could be shown
 * stays: whoever writes a placeholder is in the middle of it most of the time.
 */
export const useWordsPreview = (id: EmailTemplate, words: Words): WordsPreview => {
  const [shown, setShown] = useState<RenderedEmail>();
  const { data, error } = useQuery<RenderedEmail, HttpError>({
    queryKey: ['words-preview', id, words],
    queryFn: () => previewWords(id, words),
    retry: false,
  });
  if (data && data !== shown) setShown(data);
  const faults: Faults = error?.body?.errors ?? {};
  const unexpected = error && !error.body?.errors ? error : null;
  return { shown, faults, error: unexpected };
};
