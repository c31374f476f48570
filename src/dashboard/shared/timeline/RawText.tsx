import { Box } from '@mui/material';

type Props = { text: string; statusCode: string | null | undefined };

/** An error exactly as the software reported it. */
export const RawText = ({ text, statusCode }: Props) => (
  <Box
    component="code"
    sx={{
      display: 'block',
      mt: 0.5,
      p: 1,
      borderRadius: 1,
      bgcolor: 'tint.neutral',
      fontSize: 12,
      overflowWrap: 'anywhere',
    }}
  >
    “{text}”{statusCode && ` · ${statusCode}`}
  </Box>
);
