import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { Noticeable } from '../../journey/metrics/incidents/noticeable.ts';
import { api } from '../shared/api.ts';

const sentenceOf = ({ needed }: Noticeable): string =>
  needed === null
    ? 'Too few customers so far to tell what is usual, so incidents can’t be noticed yet.'
    : `Too few customers to notice an incident: ${needed} would have to fail within four weeks.`;

/** Says that an incident of this software would go unnoticed. Nothing where enough customers use it. */
export const IncidentNote = ({ software }: { software: string }) => {
  const { data = [] } = useQuery({
    queryKey: ['incidents', 'noticeable'],
    queryFn: async () => (await api.incidents.noticeable.$get()).json(),
    retry: false,
  });
  const found = data.find((one) => one.software === software);
  return (
    found &&
    !found.enough && (
      <Typography variant="body2" color="textSecondary">
        {sentenceOf(found)}
      </Typography>
    )
  );
};
