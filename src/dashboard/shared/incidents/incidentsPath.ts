/** The path of the list of open incidents. */
export const incidentsPath = `/incidents?${new URLSearchParams({
  filter: JSON.stringify({ open: true }),
  page: '1',
})}`;
