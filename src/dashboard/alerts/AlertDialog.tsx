import { required, SelectInput, TextInput, useDataProvider, useRefresh } from 'react-admin';
import { ALERT_CHANNELS, ALERT_KINDS } from '../../common/alerts.ts';
import { DialogForm } from '../shared/dialogs/DialogForm.tsx';
import { ChannelFields, KindFields } from './AlertFields.tsx';
import { type AlertRecord, CHANNEL_LABELS, KIND_LABELS } from './labels.ts';

const kinds = ALERT_KINDS.map((id) => ({ id, name: KIND_LABELS[id].label }));
const channels = ALERT_CHANNELS.map((id) => ({ id, name: CHANNEL_LABELS[id] }));

const DEFAULTS: Partial<AlertRecord> = { kind: 'untouched', channel: 'email', hours: 24 };

type Values = Partial<AlertRecord> & { webhookUrl?: string | null };

/** An address that is left blank stays as it is. */
const bodyOf = ({ webhookUrl, ...values }: Values): Values => ({
  ...values,
  ...(webhookUrl && { webhookUrl }),
});

type Props = { alert?: AlertRecord; onClose: () => void };

/** Asks what to tell and where, for a new alert or one that changes. */
export const AlertDialog = ({ alert, onClose }: Props) => {
  const dataProvider = useDataProvider();
  const refresh = useRefresh();
  const submit = async (values: Values) => {
    const data = bodyOf(values);
    if (alert) await dataProvider.update('alerts', { id: alert.id, data, previousData: alert });
    else await dataProvider.create('alerts', { data });
    refresh();
    onClose();
  };
  return (
    <DialogForm
      title={alert ? 'Edit alert' : 'Add alert'}
      action={alert ? 'Save' : 'Add'}
      values={alert ?? DEFAULTS}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        source="name"
        label="Name"
        validate={required('Enter a name.')}
        helperText="Recipients see it, such as “Support lead”."
        autoFocus
      />
      <SelectInput
        source="kind"
        label="Tell when"
        choices={kinds}
        validate={required()}
        helperText={false}
      />
      <KindFields />
      <SelectInput
        source="channel"
        label="Tell by"
        choices={channels}
        validate={required()}
        helperText={false}
      />
      <ChannelFields webhook={alert?.webhook ?? null} />
    </DialogForm>
  );
};
