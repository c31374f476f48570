import { Avatar, Tooltip } from '@mui/material';
import { useReference } from 'react-admin';
import type { UserRecord } from '../../api/users/resource.ts';

export const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();

export const personSx = {
  width: 24,
  height: 24,
  fontSize: 11,
  fontWeight: 600,
  bgcolor: '#6a4fb8',
  color: '#fff',
};

/** A colleague's initials, with their name on hover. */
export const PersonAvatar = ({ id }: { id: string }) => {
  const { referenceRecord } = useReference<UserRecord>({ reference: 'users', id });
  // Until the name has loaded, screen readers would announce an image without a name.
  if (!referenceRecord) return <Avatar aria-hidden sx={personSx} />;
  const { name } = referenceRecord;
  return (
    <Tooltip title={name}>
      <Avatar aria-label={name} role="img" sx={personSx}>
        {initialsOf(name)}
      </Avatar>
    </Tooltip>
  );
};
