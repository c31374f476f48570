import { Link } from '@mui/material';
import { Link as RouterLink, useLocation } from 'react-router-dom';

/** Builds the path of an app’s page; it keeps the period and the account manager. */
export const useSoftwarePath = () => {
  const { search } = useLocation();
  return (id: string) => ({ pathname: `/software/${encodeURIComponent(id)}/show`, search });
};

type Props = { software: { id: string; name: string } };

/** Links to an app’s page; it keeps the period and the account manager. */
export const SoftwareLink = ({ software: { id, name } }: Props) => {
  const pathOf = useSoftwarePath();
  return (
    <Link component={RouterLink} to={pathOf(id)} color="inherit" sx={{ overflowWrap: 'anywhere' }}>
      {name}
    </Link>
  );
};
