import { Pill } from '../shared/Pill.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { EmailPreview } from '../shared/sending/EmailPreview.tsx';
import type { ContentPreview as Preview } from './useContentPreview.ts';

/** The template as an email to an example customer. */
export const ContentPreview = ({ shown, errors, error }: Preview) => (
  <SectionCard
    title="Preview"
    aside={
      Object.keys(errors).length > 0 ? (
        <Pill tone="warn">Last valid version</Pill>
      ) : (
        'Example customer'
      )
    }
  >
    <EmailPreview data={shown} error={error} tall />
  </SectionCard>
);
