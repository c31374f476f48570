import PersonOff from '@mui/icons-material/PersonOffOutlined';
import { Avatar } from '@mui/material';
import { personLabel } from '../../../common/person-label.ts';
import { usePerson } from './usePerson.ts';

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
  const person = usePerson(id);
  // Until the name has loaded, screen readers would announce an image without a name.
  if (person === undefined) return <Avatar aria-hidden sx={{ ...personSx, ...sx }} />;
  const name = person ? personLabel(person) : 'Former team member';
  const label = does ? `${name} ${does}` : name;
  const left = person?.active === false;
  return (
    <Avatar
      aria-label={label}
      data-tooltip={label}
      role="img"
      sx={{ ...personSx, ...(left && leftSx), ...sx }}
    >
      {person ? initialsOf(person.name) : <PersonOff sx={{ fontSize: 16 }} />}
    </Avatar>
  );
};
