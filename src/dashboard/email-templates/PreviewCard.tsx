import { Typography } from '@mui/material';
import type { RenderedEmail } from '../../api/email-templates/bodies.ts';
import { EmailPreview } from '../emails/EmailPreview.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import type { Faults } from './useWordsPreview.ts';

type Props = { shown: RenderedEmail | undefined; faults: Faults; error: Error | null };

/** The e-mail as it will look, for a customer of whom everything is known. */
export const PreviewCard = ({ shown, faults, error }: Props) => (
  <SectionCard title="What they read">
    <Typography variant="body2" color="textSecondary" role="status" sx={{ mb: 1 }}>
      {Object.keys(faults).length > 0
        ? 'As it was before the mistake: what is wrong stands at the left.'
        : 'For a made-up customer who uses Xero.'}
    </Typography>
    <EmailPreview data={shown} error={error} />
  </SectionCard>
);
