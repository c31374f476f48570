import { useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { MOST_LABELS } from '../../../journey/profile/customer-labels.ts';
import { TagsField } from '../../shared/customers/TagsField.tsx';
import { useChangeCustomer } from '../../shared/customers/useChangeCustomer.ts';
import { DialogForm } from '../../shared/dialogs/DialogForm.tsx';

type Props = { customer: CustomerRecord; onClose: () => void };

/** Changes the team’s tags on a customer. Can be undone for some seconds. */
export const TagsDialog = ({ customer, onClose }: Props) => {
  const [labels, setLabels] = useState(customer.labels);
  const change = useChangeCustomer(customer);
  const save = () => {
    onClose();
    change({ labels }, 'Tags changed');
  };
  return (
    <DialogForm
      title={
        <>
          Tags of <bdi>{customer.name}</bdi>
        </>
      }
      action="Save"
      ready={labels.length <= MOST_LABELS}
      onSubmit={save}
      onClose={onClose}
    >
      <TagsField
        label="Tags"
        value={labels}
        onChange={setLabels}
        helperText={
          labels.length > MOST_LABELS
            ? `At most ${MOST_LABELS} tags.`
            : 'Press Enter after each. Only your team sees them.'
        }
      />
    </DialogForm>
  );
};
