import { Box, Typography } from '@mui/material';
import type { ActivityRecord } from '../../api/activity/resource.ts';
import { CustomerLink } from '../shared/customers/CustomerLink.tsx';
import { Fact, Facts } from '../shared/Facts.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { exactTime } from '../shared/format/duration.ts';
import { PersonAvatar } from '../shared/PersonAvatar.tsx';
import { PersonName } from '../shared/PersonName.tsx';
import { SoftwareName } from '../shared/SoftwareName.tsx';
import { describeActivity, type Part } from './describeActivity.ts';
import { fieldHeading, fieldLabel } from './labels.ts';

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
      <PersonAvatar id={activity.actorId} />
    </Box>
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Typography component="div" sx={{ overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          <PersonName id={activity.actorId} />
        </Box>{' '}
        {describeActivity(activity).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change places
          <Piece key={index} part={part} />
        ))}
      </Typography>
      <Details details={activity.details} />
    </Box>
    <Typography component="div" variant="body2" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>
      <Ago at={activity.at} suffix=" ago" />
    </Typography>
  </Box>
);

const Piece = ({ part }: { part: Part }) => {
  if (typeof part === 'string') return part;
  if ('customer' in part) return <CustomerLink id={part.customer} />;
  return 'person' in part ? <PersonName id={part.person} /> : <SoftwareName id={part.software} />;
};

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const PEOPLE = ['assigneeId', 'accountManagerId', 'authorId', 'handOverTo', 'personId'];

/** `{administrator: {name: "Bo"}}` as “administrator: name: Bo”. */
const inWords = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .filter(([, part]) => part !== null)
        .map(([name, part]) => `${fieldLabel(name)}: ${inWords(part)}`)
        .join(', ')
    : String(value ?? '–');

const Value = ({ name, value }: { name: string; value: unknown }) => {
  if (typeof value !== 'string') return inWords(value);
  if (PEOPLE.includes(name)) return <PersonName id={value} />;
  return INSTANT.test(value) ? exactTime(value) : value;
};

const Details = ({ details }: Pick<ActivityRecord, 'details'>) => {
  const fields = Object.entries(details);
  if (fields.length === 0) return null;
  return (
    <Box component="details">
      <Typography
        component="summary"
        variant="body2"
        color="textSecondary"
        sx={{ cursor: 'pointer', width: 'fit-content', py: 0.25 }}
      >
        Details
      </Typography>
      <Box sx={{ py: 0.5, whiteSpace: 'pre-wrap' }}>
        <Facts>
          {fields.map(([name, value]) => (
            <Fact key={name} name={fieldHeading(name)}>
              <Value name={name} value={value} />
            </Fact>
          ))}
        </Facts>
      </Box>
    </Box>
  );
};
