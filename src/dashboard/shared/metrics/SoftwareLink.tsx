import { Link } from '@mui/material';
import { Link as RouterLink, useLocation } from 'react-router-dom';

/** Where the numbers of one software are, of the same period and account manager. */
export const useSoftwarePath = () => {
  const { search } = useLocation();
  return (id: string) => ({ pathname: `/software/${encodeURIComponent(id)}/show`, search });
};

type Props = { software: { id: string; name: string } };

/** Leads to the numbers of one software, of the same period and account manager. */
export const SoftwareLink = ({ software: { id, name } }: Props) => {
  const pathOf = useSoftwarePath();
  return (
    <Link component={RouterLink} to={pathOf(id)} color="inherit" sx={{ overflowWrap: 'anywhere' }}>
      {name}
    </Link>
  );
};
