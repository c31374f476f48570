import { Box, Typography } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import type { ActivityRecord } from '../../../api/activity/resource.ts';
import { Fact, Facts } from '../Facts.tsx';
import { exactTime } from '../format/duration.ts';
import { PersonName } from '../people/PersonName.tsx';
import { fieldHeading, fieldLabel } from './labels.ts';
import { valueLabel } from './valueLabels.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const PEOPLE = [
  'assigneeId',
  'accountManagerId',
  'ownerManagerId',
  'authorId',
  'handOverTo',
  'personId',
];

const NONE = '–';

/** `{administrator: {name: "Bo"}}` as “administrator: name: Bo”. */
const inWords = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object' || value === null) return String(value ?? NONE);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== null)
    .map(([name, part]) =>
      Array.isArray(value) ? inWords(part) : `${fieldLabel(name)}: ${inWords(part)}`,
    );
  return parts.join(', ') || NONE;
};

type ValueProps = { resource: string; name: string; value: unknown };

const Value = ({ resource, name, value }: ValueProps) => {
  if (typeof value !== 'string') return inWords(value);
  if (PEOPLE.includes(name)) return <PersonName id={value} />;
  return INSTANT.test(value) ? exactTime(value) : valueLabel(resource, name, value);
};

type ChangeProps = { activity: ActivityRecord; name: string };

/** The value before, crossed out, and the one after. */
const Change = ({ activity: { resource, details, before }, name }: ChangeProps) => {
  const known = before && Object.hasOwn(before, name);
  const gone = known && !Object.hasOwn(details, name);
  return (
    <>
      {known && (
        <Box component="del" sx={{ color: 'text.secondary' }}>
          <Value resource={resource} name={name} value={before[name]} />
        </Box>
      )}
      {known && !gone && (
        <>
          <span aria-hidden> → </span>
          <span style={visuallyHidden}> changed to </span>
        </>
      )}
      {!gone && <Value resource={resource} name={name} value={details[name]} />}
    </>
  );
};

/** Where the request came from, and the recorded values, before and after. */
export const ActivityDetails = ({ activity }: { activity: ActivityRecord }) => {
  const { details, before, address } = activity;
  const fields = Object.keys({ ...before, ...details });
  if (fields.length === 0 && !address) return null;
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
          {fields.map((name) => (
            <Fact key={name} name={fieldHeading(name)}>
              <Change activity={activity} name={name} />
            </Fact>
          ))}
          {address && <Fact name="From">{address}</Fact>}
        </Facts>
      </Box>
    </Box>
  );
};
