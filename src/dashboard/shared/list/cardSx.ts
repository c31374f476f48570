/** A record in a list on a screen too narrow for a table. Its link may cover the whole card. */
export const cardSx = {
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 1,
  p: 2,
  borderBottom: 1,
  borderColor: 'line.faint',
} as const;
