import Logout from '@mui/icons-material/Logout';
import { Avatar, Box, IconButton, Link } from '@mui/material';
import { useGetIdentity } from 'react-admin';
import { NavLink } from 'react-router-dom';
import { ROLE_LABELS, ROLES } from '../../common/permissions.ts';
import { initialsOf, personSx } from '../shared/people/PersonAvatar.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { useSignOut } from './sign-in/useSignOut.ts';

/** Who is signed in, which leads to their account, and the button to sign out. */
export const PersonMenu = ({ onNavigate }: { onNavigate: () => void }) => {
  const { identity } = useGetIdentity();
  const signOut = useSignOut();
  if (!identity) return null;
  const name = identity.fullName ?? '';
  const role = ROLES.find((one) => one === identity.role);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 0.5 }}>
      <Avatar aria-hidden sx={{ ...personSx, width: 28, height: 28 }}>
        {initialsOf(name)}
      </Avatar>
      <Link
        component={NavLink}
        to="/account"
        aria-description="Your account"
        data-tooltip="Your account"
        color="inherit"
        underline="hover"
        onClick={onNavigate}
        sx={{ flex: 1, minWidth: 0, fontSize: 13 }}
      >
        <TwoLines first={name} second={role && ROLE_LABELS[role]} />
      </Link>
      <IconButton size="small" aria-label="Sign out" data-tooltip="Sign out" onClick={signOut}>
        <Logout fontSize="small" />
      </IconButton>
    </Box>
  );
};
