import { Alert } from '@mui/material';
import { EmailPreview } from '../emails/EmailPreview.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import type { WordsPreview as Preview } from './useWordsPreview.ts';

/** The e-mail as it will look, filled in with the facts of an example customer. */
export const WordsPreview = ({ shown, faults, error }: Preview) => (
  <SectionCard title="How it looks" aside="for an example customer">
    {Object.keys(faults).length > 0 && (
      <Alert severity="warning" sx={{ mb: 1.5 }}>
        Something is wrong with the words. This is how they looked before.
      </Alert>
    )}
    <EmailPreview data={shown} error={error} tall />
  </SectionCard>
);
