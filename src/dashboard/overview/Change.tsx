import { Box } from '@mui/material';

type Props = {
  /** The difference to the previous period. */
  by: number;
  /** The size of the change, without its sign. */
  children: string;
  /** Less is better, as with times. */
  lessIsBetter?: true;
};

/** A change against the previous period: an arrow for its direction, a colour for whether that is good. */
export const Change = ({ by, children, lessIsBetter }: Props) => {
  if (by === 0) return <>No change</>;
  const good = lessIsBetter ? by < 0 : by > 0;
  return (
    <Box component="span" sx={{ color: good ? 'success.main' : 'error.main' }}>
      <span role="img" aria-label={by > 0 ? 'Up' : 'Down'}>
        {by > 0 ? '▲' : '▼'}
      </span>
      {` ${children}`}
    </Box>
  );
};
