import { DialogContentText } from '@mui/material';
import { api } from '../api.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';
import { useOpenDialog } from '../dialogs/OpenDialogs.tsx';
import { counted } from '../format/counted.ts';
import { CheckProgressDialog } from './CheckProgressDialog.tsx';

/** As many as the API takes in one request. */
const MOST = 100;

type Props = { customerIds: string[]; onClose: () => void; onDone?: () => void };

/** Starts checks of customers in Codat, and then shows how far they are. */
export const BulkCheckDialog = ({ customerIds, onClose, onDone }: Props) => {
  const openDialog = useOpenDialog();
  const start = async () => {
    const json = { ids: customerIds };
    const started = await (await api.checks.api.customers.check.$post({ json })).json();
    onClose();
    openDialog((close) => <CheckProgressDialog started={started} onClose={close} />);
    onDone?.();
  };
  const tooMany = customerIds.length > MOST;
  return (
    <DialogForm
      title={`Check ${counted(customerIds.length, 'customer', 'customers')} in Codat?`}
      action="Check"
      ready={!tooMany}
      onSubmit={start}
      onClose={onClose}
    >
      <DialogContentText>
        {tooMany
          ? `Select at most ${MOST} customers at once.`
          : 'Asks Codat about each of them, one API request each, and records what webhooks haven’t told yet. It continues if you leave this page.'}
      </DialogContentText>
    </DialogForm>
  );
};
