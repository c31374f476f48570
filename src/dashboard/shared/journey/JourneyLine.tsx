import { Box, Typography } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { JourneyRecord } from '../../../api/journeys/resource.ts';
import { STAGE_LABELS, STAGES } from '../../../journey/stages.ts';
import { type StepState, stepStates } from '../../../journey/steps.ts';
import { Ago } from '../format/Ago.tsx';
import { SoftwareName } from '../SoftwareName.tsx';

const POINTS = STAGES.slice(1);

const FILL: Record<StepState, object> = {
  done: { bgcolor: 'journey.done', borderColor: 'journey.done' },
  connected: { bgcolor: 'journey.connected', borderColor: 'journey.connected' },
  failed: { bgcolor: 'journey.failed', borderColor: 'journey.failed' },
  current: { bgcolor: 'background.paper', borderColor: 'journey.done' },
  todo: { bgcolor: 'background.paper', borderColor: 'journey.todo' },
};

/** For screen readers. A failed step says so in its label. */
const SPOKEN: Record<StepState, string | null> = {
  done: 'done',
  connected: 'done',
  failed: null,
  current: 'next step',
  todo: 'not reached',
};

/** Only approval can fail. */
const failedLabel = ({ failedAttempts }: CustomerRecord): string =>
  failedAttempts === 1 ? 'Approval failed once' : `Approval failed ${failedAttempts} times`;

type Props = { customer: CustomerRecord; journey: JourneyRecord | undefined };

/** The journey from the invitation to syncing data: seven points on a line, vertical on small screens. */
export const JourneyLine = ({ customer, journey }: Props) => {
  const states = stepStates(customer, POINTS);
  return (
    <Box
      component="ol"
      sx={{
        display: 'grid',
        gridTemplateColumns: { md: `repeat(${POINTS.length}, minmax(0, 1fr))` },
        gap: { xs: 1.5, md: 0 },
        m: 0,
        p: 0,
        listStyle: 'none',
      }}
    >
      {POINTS.map((stage, index) => {
        const state = states[index] ?? 'todo';
        return (
          <Box
            component="li"
            key={stage}
            sx={{ display: 'flex', flexDirection: { md: 'column' }, gap: 1, alignItems: 'stretch' }}
          >
            <Point state={state} last={index === POINTS.length - 1} next={states[index + 1]} />
            <Box sx={{ pr: 1 }}>
              <Typography
                sx={{
                  fontWeight: 600,
                  fontSize: 13,
                  color: state === 'failed' ? 'error.main' : undefined,
                }}
              >
                {state === 'failed' ? failedLabel(customer) : STAGE_LABELS[stage]}
                {SPOKEN[state] && (
                  <Box component="span" sx={visuallyHidden}>
                    {`, ${SPOKEN[state]}`}
                  </Box>
                )}
              </Typography>
              <Typography component="div" variant="body2" color="textSecondary">
                <Detail stage={stage} customer={customer} journey={journey} />
              </Typography>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
};

type PointProps = { state: StepState; last: boolean; next: StepState | undefined };

const Point = ({ state, last, next }: PointProps) => (
  <Box aria-hidden sx={{ display: 'flex', alignItems: 'center', height: 16 }}>
    <Box
      sx={{ width: 14, height: 14, flexShrink: 0, borderRadius: 99, border: 3, ...FILL[state] }}
    />
    {!last && (
      <Box
        sx={{
          display: { xs: 'none', md: 'block' },
          flex: 1,
          height: 3,
          bgcolor: next && next !== 'todo' && next !== 'current' ? lineColor(next) : 'journey.todo',
        }}
      />
    )}
  </Box>
);

const lineColor = (next: StepState): string =>
  next === 'connected' ? 'journey.connected' : 'journey.done';

type DetailProps = Props & { stage: (typeof POINTS)[number] };

/** When the stage was reached. A stage that was only implied has no time. */
const Detail = ({ stage, customer, journey }: DetailProps) => {
  if (stage === 'selected' && customer.software) return <SoftwareName id={customer.software} />;
  const at = journey && stage !== 'created' ? journey[`${stage}At`] : null;
  return at ? <Ago at={at} suffix=" ago" /> : null;
};
