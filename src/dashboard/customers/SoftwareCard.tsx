import { Box, Typography } from '@mui/material';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import type { SoftwareRecord } from '../../api/software/resource.ts';
import { CallChecklistButton } from '../shared/guides/CallChecklistButton.tsx';
import { GuideButton } from '../shared/guides/GuideButton.tsx';
import { Pill, type Tone } from '../shared/Pill.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { SendEmailButton } from '../shared/sending/SendEmailButton.tsx';
import { useSoftware } from '../shared/useSoftware.ts';

const TONE: Record<SoftwareRecord['complexity'], Tone> = {
  simple: 'good',
  moderate: 'neutral',
  complex: 'warn',
};

/** What the customer must have ready for the software they chose, its guide, and the checklist for a call. */
export const SoftwareCard = ({ customer }: { customer: CustomerRecord }) =>
  customer.software ? (
    <Known customer={customer} id={customer.software} />
  ) : (
    <SectionCard title="Software">
      <Typography color="textSecondary">
        Not selected yet. Ask which software they use, and whether they are an administrator in it.
      </Typography>
    </SectionCard>
  );

const Known = ({ customer, id }: { customer: CustomerRecord; id: string }) => {
  const data = useSoftware(id);
  if (!data) return null;
  return (
    <SectionCard
      title={data.name}
      aside={<Pill tone={TONE[data.complexity]}>{data.complexity}</Pill>}
    >
      {data.enabled === false && (
        <Typography color="warning" sx={{ mb: 1 }}>
          Switched off at Codat: customers can’t choose it in the journey.
        </Typography>
      )}
      {data.ready.length > 0 && (
        <Box
          component="ul"
          aria-label="Have ready"
          sx={{ m: 0, mb: 1.5, pl: 2.25, color: 'text.secondary' }}
        >
          {data.ready.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <GuideButton software={id} />
        <SendEmailButton customer={customer} template="guide">
          Send guide
        </SendEmailButton>
        <CallChecklistButton software={id} />
      </Box>
    </SectionCard>
  );
};
