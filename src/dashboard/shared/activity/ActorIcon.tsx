import PersonOff from '@mui/icons-material/PersonOffOutlined';
import SmartToy from '@mui/icons-material/SmartToyOutlined';
import { Avatar } from '@mui/material';
import type { ActorKind } from '../../../common/activity.ts';
import { personSx } from '../PersonAvatar.tsx';

/** In place of initials, for what no colleague did. */
export const ActorIcon = ({ kind }: { kind: ActorKind }) => {
  const Icon = kind === 'stranger' ? PersonOff : SmartToy;
  return (
    <Avatar sx={{ ...personSx, bgcolor: 'text.secondary' }}>
      <Icon sx={{ fontSize: 16 }} />
    </Avatar>
  );
};
