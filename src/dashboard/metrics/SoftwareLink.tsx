import { Link } from '@mui/material';
import { Link as RouterLink, useLocation } from 'react-router-dom';

type Props = { software: { id: string; name: string } };

/** Leads to the numbers of one software, of the same period and account manager. */
export const SoftwareLink = ({ software: { id, name } }: Props) => {
  const { search } = useLocation();
  return (
    <Link
      component={RouterLink}
      to={{ pathname: `/software/${encodeURIComponent(id)}/show`, search }}
      color="inherit"
      sx={{ overflowWrap: 'anywhere' }}
    >
      {name}
    </Link>
  );
};
