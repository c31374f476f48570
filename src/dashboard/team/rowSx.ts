/** A row of the team and of the invitations, in columns where there is room. */
export const rowSx = {
  display: 'grid',
  gridTemplateColumns: {
    xs: 'minmax(0, 1fr) 40px',
    md: 'minmax(0, 1fr) 170px 90px 150px 40px',
  },
  // On small screens, the last two share a line.
  '& > :nth-child(-n + 3)': { gridColumn: { xs: '1 / -1', md: 'auto' } },
  columnGap: 2,
  rowGap: 1,
  alignItems: 'center',
  px: 2,
  py: 1.25,
  borderBottom: 1,
  borderColor: 'line.faint',
  '&:last-child': { borderBottom: 0 },
} as const;
