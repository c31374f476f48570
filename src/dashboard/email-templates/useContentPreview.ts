import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HttpError } from 'react-admin';
import type { RenderedEmail } from '../../api/email-templates/bodies.ts';
import type { EmailTemplate } from '../../journey/outreach.ts';
import { type Content, previewTemplate } from './templateApi.ts';

/** What is wrong with each field. */
export type Errors = Partial<Record<keyof Content, string>>;

export type ContentPreview = {
  shown: RenderedEmail | undefined;
  errors: Errors;
  error: Error | null;
};

/**
 * Renders a template’s content as an email and reports its errors. While there are any, it keeps the last valid
 * version, because content is invalid most of the time that someone types a placeholder.
 */
export const useContentPreview = (id: EmailTemplate, content: Content): ContentPreview => {
  const [shown, setShown] = useState<RenderedEmail>();
  const { data, error } = useQuery<RenderedEmail, HttpError>({
    queryKey: ['template-preview', id, content],
    queryFn: () => previewTemplate(id, content),
    retry: false,
  });
  if (data && data !== shown) setShown(data);
  const errors: Errors = error?.body?.errors ?? {};
  const unexpected = error && !error.body?.errors ? error : null;
  return { shown, errors, error: unexpected };
};
