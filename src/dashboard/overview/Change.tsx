import { Box } from '@mui/material';

type Props = {
  /** By how much it is more, or less, than before. */
  by: number;
  /** What the change is in words, without its sign. */
  children: string;
  /** Less is better, as with times. */
  lessIsBetter?: true;
};

/** A change against the period before: an arrow for its direction, a colour for whether that is good. */
export const Change = ({ by, children, lessIsBetter }: Props) => {
  if (by === 0) return <>as before</>;
  const good = lessIsBetter ? by < 0 : by > 0;
  return (
    <Box component="span" sx={{ color: good ? 'success.main' : 'error.main' }}>
      <span aria-hidden>{by > 0 ? '▲' : '▼'}</span>
      {` ${children} ${by > 0 ? 'more' : 'less'}`}
    </Box>
  );
};
