import { Box, Chip } from '@mui/material';

type Props = {
  labels: readonly string[];
  /** How many a row has room for. The others are counted. */
  most?: number;
};

/** The team’s tags on a customer. Nothing if there are none. */
export const TagChips = ({ labels, most = labels.length }: Props) => {
  if (labels.length === 0) return null;
  const more = labels.slice(most);
  return (
    <Box
      component="ul"
      aria-label="Tags"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, m: 0, p: 0, listStyle: 'none' }}
    >
      {labels.slice(0, most).map((label) => (
        <Tag key={label} label={label} />
      ))}
      {more.length > 0 && <Tag label={`+${more.length}`} title={more.join(', ')} />}
    </Box>
  );
};

const Tag = (props: { label: string; title?: string }) => (
  <Chip
    component="li"
    size="small"
    variant="outlined"
    sx={{ maxWidth: '100%', height: 20, fontSize: 12 }}
    {...props}
  />
);
