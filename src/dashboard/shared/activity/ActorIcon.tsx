import KeyOutlined from '@mui/icons-material/KeyOutlined';
import PersonOff from '@mui/icons-material/PersonOffOutlined';
import SmartToy from '@mui/icons-material/SmartToyOutlined';
import { Avatar } from '@mui/material';
import type { ActorKind } from '../../../common/activity.ts';
import { personSx } from '../people/PersonAvatar.tsx';

const ICONS: Record<ActorKind, typeof SmartToy> = {
  person: PersonOff,
  system: SmartToy,
  stranger: PersonOff,
  program: KeyOutlined,
};

/** In place of initials, for what no colleague did. */
export const ActorIcon = ({ kind }: { kind: ActorKind }) => {
  const Icon = ICONS[kind];
  return (
    <Avatar sx={{ ...personSx, bgcolor: 'text.secondary' }}>
      <Icon sx={{ fontSize: 16 }} />
    </Avatar>
  );
};
