import {
  Alert,
  DialogContentText,
  LinearProgress,
  List,
  ListItem,
  TextField,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRedirect } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { isTypedName } from '../../../journey/privacy/typed-name.ts';
import { api } from '../../shared/api.ts';
import { DialogForm } from '../../shared/dialogs/DialogForm.tsx';
import { counted } from '../../shared/format/counted.ts';

type Props = { customer: CustomerRecord; onClose: () => void };

const erasureOf = ({ id }: CustomerRecord) => ({
  route: api.erasures.api.customers[':id'].erasure,
  param: { id: encodeURIComponent(id) },
});

const loadPreview = async (customer: CustomerRecord) => {
  const { route, param } = erasureOf(customer);
  return (await route.$get({ param })).json();
};

type Preview = Awaited<ReturnType<typeof loadPreview>>;

/** What goes besides the name, in the order in which people look for it. */
const KINDS = [
  ['contacts', 'contact', 'contacts'],
  ['notes', 'note or call', 'notes and calls'],
  ['emails', 'email with its text', 'emails with their text'],
  ['links', 'tracked link, which stops working', 'tracked links, which stop working'],
  ['raisedCases', 'case raised with Codat', 'cases raised with Codat'],
  ['failureTexts', 'error text', 'error texts'],
  ['deliveries', 'webhook’s body', 'webhooks’ bodies'],
  ['contactImportLines', 'row of an imported file', 'rows of imported files'],
  ['activity', 'activity’s details', 'activities’ details'],
  ['views', 'saved view that names them', 'saved views that name them'],
] as const satisfies readonly (readonly [keyof Preview['goes'], string, string])[];

const linesOf = ({ goes }: Preview): string[] => [
  'The name, description and tags',
  ...KINDS.filter(([kind]) => goes[kind] > 0).map(([kind, one, many]) =>
    counted(goes[kind], one, many),
  ),
];

/** Shows what an erasure takes away, and erases once the customer’s name confirms it. */
export const EraseDialog = ({ customer, onClose }: Props) => {
  const [name, setName] = useState('');
  const notify = useNotify();
  const redirect = useRedirect();
  const preview = useQuery({
    queryKey: ['customers', 'erasure', customer.id],
    queryFn: () => loadPreview(customer),
  });
  const erase = async () => {
    const { route, param } = erasureOf(customer);
    await route.$post({ param, json: { name } });
    notify('Personal data erased');
    redirect('list', 'customers');
  };
  return (
    <DialogForm
      title={
        <>
          Erase personal data of <bdi>{customer.name}</bdi>
        </>
      }
      action="Erase"
      dangerous
      ready={preview.data !== undefined && isTypedName(name, customer.name)}
      onSubmit={erase}
      onClose={onClose}
      maxWidth="sm"
    >
      <DialogContentText>
        For good: nobody can bring it back, and nothing that Codat still sends will. The company
        stays in Codat.
      </DialogContentText>
      {preview.isPending && <LinearProgress aria-label="Counting what goes" />}
      {preview.error && <Alert severity="error">{preview.error.message}</Alert>}
      {preview.data && <Consequences preview={preview.data} />}
      <TextField
        label="Customer’s name"
        helperText="Enter it to confirm."
        value={name}
        onChange={({ target }) => setName(target.value)}
        autoComplete="off"
        fullWidth
        margin="normal"
      />
    </DialogForm>
  );
};

const Consequences = ({ preview }: { preview: Preview }) => {
  const { journeys, attempts, events } = preview.stays;
  return (
    <>
      <Typography variant="subtitle2" component="h3" sx={{ mt: 2 }}>
        What goes
      </Typography>
      <List dense disablePadding>
        {linesOf(preview).map((line) => (
          <ListItem key={line} disableGutters sx={{ py: 0 }}>
            {line}
          </ListItem>
        ))}
      </List>
      <Typography variant="subtitle2" component="h3" sx={{ mt: 1 }}>
        What stays, without a name
      </Typography>
      <Typography variant="body2">
        {counted(journeys, 'journey', 'journeys')}, {counted(attempts, 'attempt', 'attempts')} and{' '}
        {counted(events, 'event', 'events')}, so that no metric changes. And the ID in Codat, so
        that the data doesn’t come back.
      </Typography>
    </>
  );
};
