import { Box } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { describePosition, STEPS, type StepState, stepStates } from '../../../journey/steps.ts';

const FILL: Record<StepState, object> = {
  done: { bgcolor: 'journey.done' },
  connected: { bgcolor: 'journey.connected' },
  failed: { bgcolor: 'journey.failed' },
  current: { border: '1.5px solid', borderColor: 'journey.done' },
  todo: { bgcolor: 'journey.todo' },
};

/** For all segments together, as a list has a hundred of them. */
const stepsSx = {
  display: 'flex',
  gap: 0.5,
  '& > i': { width: 18, height: 7, borderRadius: 99 },
  ...Object.fromEntries(
    Object.entries(FILL).map(([state, fill]) => [`& > [data-state=${state}]`, fill]),
  ),
};

/** A customer's position in the five steps, as five segments. */
export const JourneySteps = ({ customer }: { customer: CustomerRecord }) => {
  const position = describePosition(customer);
  return (
    <Box role="img" aria-label={position} title={position} sx={stepsSx}>
      {stepStates(customer, STEPS).map((state, index) => (
        <i key={STEPS[index]} data-state={state} />
      ))}
    </Box>
  );
};
