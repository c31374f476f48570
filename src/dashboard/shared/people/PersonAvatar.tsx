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

type Props = {
  id: string;
  /** What they do, after their name. */
  does?: string;
  /** Instead of the usual size. */
  sx?: object;
};

/** A colleague's initials, with their name on hover. Those of people who have left are grey. */
export const PersonAvatar = ({ id, does, sx }: Props) => {
  const { referenceRecord, isPending, error } = useReference<UserRecord>({
    reference: 'users',
    id,
  });
  // Until the name has loaded, screen readers would announce an image without a name.
  if (!referenceRecord && (isPending || error))
    return <Avatar aria-hidden sx={{ ...personSx, ...sx }} />;
  const name = referenceRecord ? personLabel(referenceRecord) : 'Former team member';
  const label = does ? `${name} ${does}` : name;
  const left = referenceRecord?.active === false;
  return (
    <Tooltip title={label}>
      <Avatar aria-label={label} role="img" sx={{ ...personSx, ...(left && leftSx), ...sx }}>
        {referenceRecord ? initialsOf(referenceRecord.name) : <PersonOff sx={{ fontSize: 16 }} />}
      </Avatar>
    </Tooltip>
  );
};
