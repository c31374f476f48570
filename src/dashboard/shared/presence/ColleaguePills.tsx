import { Box } from '@mui/material';
import { Pill } from '../Pill.tsx';
import { PersonName } from '../people/PersonName.tsx';
import { DOES } from './does.ts';
import { useColleagues } from './useColleagues.tsx';

/** Who else is at a customer, on their page. */
export const ColleaguePills = ({ customerId }: { customerId: string }) => {
  const colleagues = useColleagues(customerId);
  return (
    <Box role="status" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', ml: 'auto' }}>
      {colleagues.map(({ userId, kind }) => (
        <Pill key={userId} tone={kind === 'working' ? 'warn' : 'neutral'}>
          <PersonName id={userId} />
          {` ${DOES[kind]}`}
        </Pill>
      ))}
    </Box>
  );
};
