/** A row of the team and of the invitations, in columns where there is room. */
export const rowSx = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 170px 90px 150px 40px' },
  columnGap: 2,
  rowGap: 1,
  alignItems: 'center',
  px: 2,
  py: 1.25,
  borderBottom: 1,
  borderColor: 'line.faint',
  '&:last-child': { borderBottom: 0 },
} as const;

/** The last two parts of a row, which share a line on small screens. */
export const lastLineSx = {
  gridRow: { xs: 4, md: 'auto' },
  gridColumn: { xs: 1, md: 'auto' },
} as const;
