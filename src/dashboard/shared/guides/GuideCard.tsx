import { Box } from '@mui/material';
import type { SoftwareRecord } from '../../../api/software/resource.ts';
import { SectionCard } from '../SectionCard.tsx';
import { GuideActions } from './GuideActions.tsx';
import { GuideText } from './GuideText.tsx';

type Props = { title: string; software: SoftwareRecord };

/** The guide for accounting software, to read, open and copy. */
export const GuideCard = ({ title, software }: Props) => (
  <SectionCard
    title={title}
    aside={
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <GuideActions software={software} />
      </Box>
    }
  >
    <GuideText software={software} />
  </SectionCard>
);
