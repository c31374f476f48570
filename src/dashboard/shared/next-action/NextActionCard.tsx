import { Box, Card, Typography } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { CONTACT_ROLE_NOUNS } from '../../../journey/contacts.ts';
import { hasFailed, type NextAction } from '../../../journey/next-action.ts';
import { isStuck } from '../../../journey/stuck.ts';
import { useNow } from '../format/useNow.ts';
import { CallChecklistButton } from '../guides/CallChecklistButton.tsx';
import { GuideButton } from '../guides/GuideButton.tsx';
import { mustActLabel } from '../journey/labels.ts';
import { HowCalculated } from '../metrics/HowCalculated.tsx';
import { Pill } from '../Pill.tsx';
import { LastOutreach } from './LastOutreach.tsx';
import { NextActionButton } from './NextActionButton.tsx';
import { describeAction } from './outreach.ts';
import { evidenceLabel, useEvidence } from './useEvidence.ts';
import { useNextAction } from './useNextAction.ts';

/** What to do for a customer who is stuck or has just failed, why, and the page's one filled button to do it. */
export const NextActionCard = ({ customer }: { customer: CustomerRecord }) => {
  const action = useNextAction(customer);
  const evidence = useEvidence(customer, action);
  const now = useNow();
  if (!action || !(isStuck(customer, now) || hasFailed(customer))) return null;
  const { label, because } = describeAction(action, now, customer.raisedReference);
  return (
    <Card
      component="section"
      sx={{
        p: 2,
        borderColor: 'primary.main',
        backgroundImage: ({ palette }) =>
          `linear-gradient(${palette.tint.brand}, ${palette.background.paper} 70%)`,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap', mb: 1 }}>
        <Typography component="h2" variant="h2">
          Next best action
        </Typography>
        <Box sx={{ ml: 'auto' }}>
          <Pill tone="brand">
            {'raisedAt' in action ? 'Waiting on Codat' : mustActLabel(customer)}
          </Pill>
        </Box>
      </Box>
      <Typography sx={{ mb: 1.5 }}>
        <strong>{`${label}.`}</strong> {because} {missingLabel(action)}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        {action.kind !== 'wait' && (
          <NextActionButton customer={customer} action={action} variant="contained" />
        )}
        {customer.software && <GuideButton software={customer.software} />}
        <CallChecklistButton software={customer.software} />
        {action.kind !== 'wait' && <LastOutreach tried={customer.tried} />}
      </Box>
      {evidence && (
        <Box sx={{ mt: 1.5, display: 'flex', alignItems: 'center', gap: 0.5 }}>
          <Typography variant="body2">
            {evidenceLabel(evidence.moved)} This is what agents chose, not a trial.
          </Typography>
          <HowCalculated title="Customers in this position">{evidence.definition}</HowCalculated>
        </Box>
      )}
    </Card>
  );
};

const missingLabel = ({ missing }: NextAction): string =>
  missing ? `No ${CONTACT_ROLE_NOUNS[missing]} contact yet. You’ll add one first.` : '';
