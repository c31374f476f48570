import { Box, Typography } from '@mui/material';
import type { CodatCheckRecord } from '../../../api/codat-checks/resource.ts';
import { Ago } from '../format/Ago.tsx';
import { nearTime } from '../format/duration.ts';
import { useNow } from '../format/useNow.ts';

type Props = { check: CodatCheckRecord };

/** What a check in Codat found, or why it failed or waits. */
export const CheckResult = ({ check: { state, summary, changes, problem } }: Props) => {
  const now = useNow();
  if (state === 'queued') return problem ? `Waiting. ${problem}` : 'Waiting for its turn';
  if (state === 'running') return 'Asking Codat…';
  if (state === 'failed')
    return (
      <Typography component="span" variant="inherit" color="error">
        {problem}
      </Typography>
    );
  return (
    <>
      {summary}
      {changes.length > 0 && (
        <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
          {changes.map(({ text, at }) => (
            <li key={`${at} ${text}`}>{`${text}, ${nearTime(at, now)}`}</li>
          ))}
        </Box>
      )}
    </>
  );
};

/** When Codat last answered. */
export const LastChecked = ({ check: { checkedAt } }: Props) =>
  checkedAt && (
    <>
      Checked <Ago at={checkedAt} suffix=" ago" />
    </>
  );
