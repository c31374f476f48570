import { Alert, Box, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { IncidentRecord } from '../../../api/incidents/resource.ts';
import { PersonAvatar } from '../people/PersonAvatar.tsx';
import { SoftwareName } from '../SoftwareName.tsx';
import { IncidentSentence } from './IncidentSentence.tsx';
import { incidentsPath } from './incidentsPath.ts';
import { useOpenIncidents } from './useOpenIncidents.ts';

type Props = {
  /** Only incidents of this software. */
  software?: string | null | undefined;
};

/** One warning about all software that fails for many customers, before they call. Nothing while none does. */
export const IncidentBanner = ({ software }: Props) => {
  const { data = [] } = useOpenIncidents();
  const incidents = data.filter((one) => !software || one.software === software);
  return incidents.length > 0 && <IncidentAlert incidents={incidents} />;
};

export const IncidentAlert = ({ incidents }: { incidents: readonly IncidentRecord[] }) => {
  const [only] = incidents;
  const alone = incidents.length === 1;
  return (
    <Alert
      severity="warning"
      variant="outlined"
      sx={bannerSx}
      action={
        <Link
          component={RouterLink}
          to={incidentsPath}
          color="inherit"
          sx={{ p: 1, whiteSpace: 'nowrap' }}
        >
          {alone ? 'Open incident' : 'Open incidents'}
        </Link>
      }
    >
      {alone && only ? (
        <Line incident={only} />
      ) : (
        <>
          <Box component="span" sx={{ fontWeight: 640 }}>
            {`${incidents.length} apps are failing`}
          </Box>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {incidents.map((incident) => (
              <li key={incident.id}>
                <Line incident={incident} />
              </li>
            ))}
          </Box>
        </>
      )}
    </Alert>
  );
};

/** On phones, the link has a line of its own. */
const bannerSx = {
  bgcolor: 'tint.warn',
  mb: 1.5,
  flexWrap: { xs: 'wrap', sm: 'nowrap' },
  '& .MuiAlert-message': { flex: { xs: '1 1 240px', sm: 1 } },
} as const;

/** Who looks into it stands beside it, so that nobody else begins. */
const Line = ({ incident }: { incident: IncidentRecord }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
    <Box component="span" sx={{ fontWeight: 640 }}>
      <SoftwareName id={incident.software} />
    </Box>
    <IncidentSentence incident={incident} />
    {incident.ownerId && <PersonAvatar id={incident.ownerId} does="looks into it" />}
  </Box>
);
