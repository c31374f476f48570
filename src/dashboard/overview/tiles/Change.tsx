import { Box } from '@mui/material';

type Props = {
  /** The difference from the previous period. */
  by: number;
  /** Whether it is more than chance explains. Only then is there an arrow. */
  clear: boolean;
  /** Less is better, as with times. */
  lessIsBetter?: true;
  /** The size of the change, without its sign. */
  children: string;
};

/** A change from the previous period: an arrow for its direction, a colour for whether that is good. */
export const Change = ({ by, clear, lessIsBetter, children }: Props) => {
  if (!clear || by === 0) return <>No clear change</>;
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
