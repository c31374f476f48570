import { Link } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import { SoftwareName } from '../shared/SoftwareName.tsx';

/** Leads to the page of the software: why attempts fail, and what helps. */
export const IncidentSoftware = ({ id }: { id: string }) => (
  <Link component={RouterLink} to={`/software/${encodeURIComponent(id)}/show`} color="inherit">
    <SoftwareName id={id} />
  </Link>
);
