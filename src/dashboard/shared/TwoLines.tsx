import { styled } from '@mui/material';
import type { ReactNode } from 'react';

type Props = { first: ReactNode; second: ReactNode };

const Lines = styled('div')(({ theme: { typography, palette } }) => ({
  minWidth: 0,
  '& > div': { overflow: 'hidden', textOverflow: 'ellipsis', overflowWrap: 'anywhere' },
  '& > :first-of-type': { ...typography.body1, fontWeight: 600 },
  '& > :last-of-type': { ...typography.body2, color: palette.text.secondary },
}));

/**
 * The main text of a row, and under it secondary text in grey. Long text is cut off in tables, whose rows open what they
 * list, and wraps elsewhere.
 */
export const TwoLines = ({ first, second }: Props) => (
  <Lines>
    <div>{first}</div>
    <div>{second}</div>
  </Lines>
);
