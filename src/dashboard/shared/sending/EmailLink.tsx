import { Link, type LinkProps } from '@mui/material';
import { useCreatePath } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';

type Props = Pick<LinkProps, 'sx' | 'underline' | 'children'> & { id: string };

/** A link to an email’s page. */
export const EmailLink = ({ id, ...props }: Props) => {
  const createPath = useCreatePath();
  return (
    <Link
      component={RouterLink}
      to={createPath({ resource: 'emails', type: 'show', id })}
      color="inherit"
      {...props}
    />
  );
};
