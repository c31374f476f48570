import { Box, Typography } from '@mui/material';
import type { ActivityRecord } from '../../../api/activity/resource.ts';
import { CustomerLink } from '../customers/CustomerLink.tsx';
import { Ago } from '../format/Ago.tsx';
import { PersonAvatar } from '../people/PersonAvatar.tsx';
import { PersonName } from '../people/PersonName.tsx';
import { SoftwareName } from '../SoftwareName.tsx';
import { ActivityDetails } from './ActivityDetails.tsx';
import { ActorIcon } from './ActorIcon.tsx';
import { describeActivity, type Part } from './describeActivity.ts';
import { ACTOR_LABELS } from './labels.ts';

/** Who did what, in a sentence, with the recorded values under “Details”. */
export const ActivityItem = ({ activity }: { activity: ActivityRecord }) => (
  <Box
    component="li"
    sx={{
      display: 'flex',
      gap: 1.5,
      px: 2,
      py: 1.25,
      borderBottom: 1,
      borderColor: 'line.faint',
      '&:last-child': { borderBottom: 0 },
    }}
  >
    <Box aria-hidden>
      {activity.actorKind === 'person' && activity.actorId ? (
        <PersonAvatar id={activity.actorId} />
      ) : (
        <ActorIcon kind={activity.actorKind} />
      )}
    </Box>
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Typography component="div" sx={{ overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          <Actor activity={activity} />
        </Box>{' '}
        {describeActivity(activity).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change places
          <Piece key={index} part={part} />
        ))}
      </Typography>
      <ActivityDetails activity={activity} />
    </Box>
    <Typography component="div" variant="body2" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>
      <Ago at={activity.at} suffix=" ago" />
    </Typography>
  </Box>
);

const Actor = ({ activity: { actorKind, actorId, details } }: { activity: ActivityRecord }) => {
  if (actorKind === 'person' && actorId) return <PersonName id={actorId} />;
  const label = ACTOR_LABELS[actorKind];
  return typeof details.apiKey === 'string' ? `${label} “${details.apiKey}”` : label;
};

const Piece = ({ part }: { part: Part }) => {
  if (typeof part === 'string') return part;
  if ('customer' in part) return <CustomerLink id={part.customer} />;
  return 'person' in part ? <PersonName id={part.person} /> : <SoftwareName id={part.software} />;
};
