import { Pill } from '../shared/Pill.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { EmailPreview } from '../shared/sending/EmailPreview.tsx';
import type { WordsPreview as Preview } from './useContentPreview.ts';

/** The e-mail as it will look, filled in with the facts of an example customer. */
export const WordsPreview = ({ shown, faults, error }: Preview) => (
  <SectionCard
    title="How it looks"
    aside={
      Object.keys(faults).length > 0 ? (
        <Pill tone="warn">as it was before the mistake</Pill>
      ) : (
        'for an example customer'
      )
    }
  >
    <EmailPreview data={shown} error={error} tall />
  </SectionCard>
);
