import PersonOff from '@mui/icons-material/PersonOffOutlined';
import { Avatar, Tooltip } from '@mui/material';
import { useReference } from 'react-admin';
import type { UserRecord } from '../../api/users/resource.ts';

export const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => [...word][0] ?? '')
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

/** A colleague's initials, with their name on hover. People who were removed have neither. */
export const PersonAvatar = ({ id }: { id: string }) => {
  const { referenceRecord, isPending, error } = useReference<UserRecord>({
    reference: 'users',
    id,
  });
  // Until the name has loaded, screen readers would announce an image without a name.
  if (!referenceRecord && (isPending || error)) return <Avatar aria-hidden sx={personSx} />;
  const name = referenceRecord?.name ?? 'Former team member';
  return (
    <Tooltip title={name}>
      <Avatar aria-label={name} role="img" sx={personSx}>
        {referenceRecord ? initialsOf(name) : <PersonOff sx={{ fontSize: 16 }} />}
      </Avatar>
    </Tooltip>
  );
};
