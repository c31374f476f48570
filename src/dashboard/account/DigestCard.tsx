import { Button, Skeleton, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import {
  Form,
  SaveButton,
  SelectInput,
  useGetIdentity,
  useGetOne,
  useNotify,
  useUpdate,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { DigestSettingsRecord } from '../../api/digest-settings/resource.ts';
import { DIGEST_FREQUENCIES, type DigestFrequency } from '../../common/alerts.ts';
import { LOCALE } from '../../common/locale.ts';
import { api } from '../shared/api.ts';
import { Failure } from '../shared/Failure.tsx';
import { exactTime } from '../shared/format/duration.ts';
import { FormFailure } from '../shared/forms/FormFailure.tsx';
import { problemsOf } from '../shared/forms/problemsOf.ts';
import { SectionCard } from '../shared/SectionCard.tsx';
import { useNotifySent } from '../shared/sending/useNotifySent.tsx';

const FREQUENCY_LABELS: Record<DigestFrequency, string> = {
  off: 'Never',
  daily: 'Every day',
  weekdays: 'Monday to Friday',
  weekly: 'Once a week',
};

const frequencies = DIGEST_FREQUENCIES.map((id) => ({ id, name: FREQUENCY_LABELS[id] }));

const weekdayName = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', timeZone: 'UTC' });
/** 1 January 2024 was a Monday. */
const weekdays = [1, 2, 3, 4, 5, 6, 7].map((id) => ({
  id,
  name: weekdayName.format(Date.UTC(2024, 0, id)),
}));

const hours = Array.from({ length: 24 }, (_, id) => ({
  id,
  name: `${String(id).padStart(2, '0')}:00`,
}));

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const timeZones = [...new Set(['UTC', ownZone, ...Intl.supportedValuesOf('timeZone')])].map(
  (id) => ({ id, name: id.replaceAll('_', ' ') }),
);

/** When the person gets an email about the customers they are the account manager of. */
export const DigestCard = () => {
  const { identity } = useGetIdentity();
  const id = String(identity?.id ?? '');
  const { data, error, refetch } = useGetOne<DigestSettingsRecord, Error>(
    'digest-settings',
    { id },
    { enabled: id !== '', retry: false },
  );
  return (
    <SectionCard title="Digest" aside={data && <SendNowButton id={id} />}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        An email about the customers you’re the account manager of: who connected, who got stuck
        since the last one, and who is stuck now. If there is nothing to tell, you get none.
      </Typography>
      {data && <DigestForm settings={data} />}
      {!data && error && <Failure error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={64} />}
    </SectionCard>
  );
};

const DigestForm = ({ settings }: { settings: DigestSettingsRecord }) => {
  const [update] = useUpdate<DigestSettingsRecord, Error>();
  const notify = useNotify();
  const save = async (values: Partial<DigestSettingsRecord>) => {
    const { frequency, weekday, hour, timeZone } = values;
    try {
      await update(
        'digest-settings',
        {
          id: settings.id,
          data: { frequency, weekday, hour, timeZone },
          previousData: settings,
        },
        { returnPromise: true },
      );
      notify('Saved');
    } catch (error) {
      return problemsOf(error);
    }
  };
  // Until someone has chosen, their own time zone is the best guess.
  const isNew =
    settings.frequency === 'off' && settings.nextAt === null && settings.timeZone === 'UTC';
  return (
    <Form
      record={isNew ? { ...settings, timeZone: ownZone } : settings}
      onSubmit={save}
      noValidate
      disableInvalidFormNotification
    >
      <SelectInput
        source="frequency"
        label="How often"
        choices={frequencies}
        validate={isChosen}
        helperText={false}
      />
      <TimeFields />
      <FormFailure sx={{ mb: 1 }} />
      <SaveButton variant="outlined" label="Save digest" />
      {settings.nextAt && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          Next: {exactTime(settings.nextAt)}
        </Typography>
      )}
    </Form>
  );
};

/** A choice can’t be emptied, which an optional one could. */
const isChosen = (value: unknown): string | undefined =>
  value === undefined || value === '' ? 'Choose one.' : undefined;

const TimeFields = () => {
  const { frequency } = useWatch<Partial<DigestSettingsRecord>>();
  if (frequency === 'off') return null;
  return (
    <>
      {frequency === 'weekly' && (
        <SelectInput
          source="weekday"
          label="On"
          choices={weekdays}
          validate={isChosen}
          helperText={false}
        />
      )}
      <SelectInput
        source="hour"
        label="At"
        choices={hours}
        validate={isChosen}
        helperText={false}
      />
      <SelectInput
        source="timeZone"
        label="Time zone"
        choices={timeZones}
        validate={isChosen}
        helperText="It stays at this hour when clocks change."
      />
    </>
  );
};

const SendNowButton = ({ id }: { id: string }) => {
  const notify = useNotify();
  const notifySent = useNotifySent();
  const { mutate, isPending } = useMutation({
    mutationFn: async () => (await api.digests[':id'].send.$post({ param: { id } })).json(),
    onSuccess: ({ to }) => notifySent(`Digest sent to ${to}`),
    onError: (error) => notify(error.message, { type: 'error' }),
  });
  return (
    <Button loading={isPending} onClick={() => mutate()}>
      Send me one now
    </Button>
  );
};
