import PersonOff from '@mui/icons-material/PersonOffOutlined';
import { Avatar, Tooltip } from '@mui/material';
import { useReference } from 'react-admin';
import type { UserRecord } from '../../../api/users/resource.ts';
import { personLabel } from '../../../common/person-label.ts';

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

const leftSx = { bgcolor: '#5f6b7a' };

/** A colleague's initials, with their name on hover. Those of people who have left are grey. */
export const PersonAvatar = ({ id }: { id: string }) => {
  const { referenceRecord, isPending, error } = useReference<UserRecord>({
    reference: 'users',
    id,
  });
  // Until the name has loaded, screen readers would announce an image without a name.
  if (!referenceRecord && (isPending || error)) return <Avatar aria-hidden sx={personSx} />;
  const name = referenceRecord ? personLabel(referenceRecord) : 'Former team member';
  const left = referenceRecord?.active === false;
  return (
    <Tooltip title={name}>
      <Avatar aria-label={name} role="img" sx={left ? { ...personSx, ...leftSx } : personSx}>
        {referenceRecord ? initialsOf(referenceRecord.name) : <PersonOff sx={{ fontSize: 16 }} />}
      </Avatar>
    </Tooltip>
  );
};
