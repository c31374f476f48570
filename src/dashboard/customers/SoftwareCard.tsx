import { Box, Skeleton, Typography } from '@mui/material';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import type { SoftwareRecord } from '../../api/software/resource.ts';
import { CallChecklistButton } from '../shared/guides/CallChecklistButton.tsx';
import { GuideButton } from '../shared/guides/GuideButton.tsx';
import { Pill, type Tone } from '../shared/Pill.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { SendEmailButton } from '../shared/sending/SendEmailButton.tsx';
import { useSoftware } from '../shared/useSoftware.tsx';

const COMPLEXITY: Record<SoftwareRecord['complexity'], { label: string; tone: Tone }> = {
  simple: { label: 'Easy to connect', tone: 'good' },
  moderate: { label: 'Moderate to connect', tone: 'neutral' },
  complex: { label: 'Complex to connect', tone: 'warn' },
};

/** What the customer needs for their software, with its guide and the call checklist. */
export const SoftwareCard = ({ customer }: { customer: CustomerRecord }) =>
  customer.software ? (
    <Known customer={customer} id={customer.software} />
  ) : (
    <SectionCard title="Software">
      <Typography color="textSecondary">
        Not selected yet. Ask what they use and whether they’re an admin.
      </Typography>
    </SectionCard>
  );

const Known = ({ customer, id }: { customer: CustomerRecord; id: string }) => {
  const data = useSoftware(id);
  if (!data)
    return (
      <SectionCard title="Software">
        {data === null ? (
          <Typography color="textSecondary">
            Its details aren’t available right now. Reload the page to try again.
          </Typography>
        ) : (
          <Skeleton variant="rounded" height={120} />
        )}
      </SectionCard>
    );
  const { label, tone } = COMPLEXITY[data.complexity];
  return (
    <SectionCard title={data.name} aside={<Pill tone={tone}>{label}</Pill>}>
      {data.enabled === false && (
        <Typography color="warning" sx={{ mb: 1 }}>
          Turned off in Codat, so customers can’t select it.
        </Typography>
      )}
      {data.oneTime && (
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          Set to read data once. Access ends afterwards, as intended.
        </Typography>
      )}
      {data.ready.length > 0 && (
        <Box
          component="ul"
          aria-label="What they’ll need"
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
