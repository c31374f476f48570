import { Typography } from '@mui/material';
import { NumberInput, ReferenceInput, required, SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { NARROWED, TIMED } from '../../common/alerts.ts';
import { personLabel } from '../../common/person-label.ts';
import { type AlertRecord, KIND_LABELS } from './labels.ts';

const byName = { field: 'name', order: 'ASC' } as const;
const ACTIVE = { active: true };

type Watched = Partial<Pick<AlertRecord, 'kind' | 'channel'>>;

/** What the chosen kind of alert can be limited to. */
export const KindFields = () => {
  const { kind } = useWatch<Watched>();
  if (!kind) return null;
  return (
    <>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {KIND_LABELS[kind].description}
      </Typography>
      {TIMED.includes(kind) && <HoursInput isSilence={kind === 'deliveries'} />}
      {NARROWED.includes(kind) && (
        <>
          <ReferenceInput
            source="accountManagerId"
            reference="users"
            perPage={500}
            sort={byName}
            filter={ACTIVE}
          >
            <SelectInput
              label="Only customers of"
              optionText={personLabel}
              emptyText="Every account manager"
              helperText={false}
            />
          </ReferenceInput>
          <ReferenceInput source="software" reference="software" perPage={100} sort={byName}>
            <SelectInput label="Only this software" emptyText="Any software" helperText={false} />
          </ReferenceInput>
        </>
      )}
    </>
  );
};

const HoursInput = ({ isSilence }: { isSilence: boolean }) => (
  <NumberInput
    source="hours"
    label={isSilence ? 'Hours without any webhook' : 'Hours without anyone acting'}
    min={1}
    max={720}
    step={1}
    validate={isSilence ? [] : required('Enter a number of hours.')}
    helperText={isSilence ? 'Leave blank to hear about failures only.' : false}
  />
);

/** Where the chosen channel leads. */
export const ChannelFields = ({ webhook }: { webhook: string | null }) => {
  const { channel } = useWatch<Watched>();
  if (channel === 'email')
    return (
      <TextInput
        source="to"
        label="Email address"
        type="email"
        validate={required('Enter an email address.')}
        helperText="Someone on the team only hears about customers they may see."
      />
    );
  if (channel === 'account_manager')
    return (
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        Each account manager hears about their own customers.
      </Typography>
    );
  return (
    <TextInput
      source="webhookUrl"
      label="Webhook address"
      type="url"
      autoComplete="off"
      validate={webhook ? [] : required('Enter the webhook’s address.')}
      helperText={
        webhook
          ? `Leave blank to keep ${webhook}`
          : 'From Slack’s “Incoming webhooks”, or anything that takes its format. It is a secret and isn’t shown again.'
      }
    />
  );
};
