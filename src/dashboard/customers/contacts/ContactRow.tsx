import Add from '@mui/icons-material/Add';
import EditOutlined from '@mui/icons-material/EditOutlined';
import { Box, IconButton, Typography } from '@mui/material';
import { CanAccess } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { inSentence } from '../../../common/in-sentence.ts';
import { CONTACT_ROLE_LABELS, type ContactRole, contactIn } from '../../../journey/contacts.ts';
import { mustActOf } from '../../../journey/next-action.ts';
import { EditContactDialog } from '../../shared/dialogs/lazyDialogs.ts';
import { useOpenDialog } from '../../shared/dialogs/OpenDialogs.tsx';
import { Pill } from '../../shared/Pill.tsx';
import { ContactDetails } from './ContactDetails.tsx';

type Props = { customer: CustomerRecord; role: ContactRole };

/** The contact in one role, or a mark that there is none. */
export const ContactRow = ({ customer, role }: Props) => {
  const contact = contactIn(customer, role);
  return (
    <Box
      component="li"
      sx={{ display: 'grid', gridTemplateColumns: '92px minmax(0, 1fr) auto', columnGap: 1 }}
    >
      <Typography variant="body2" color="textSecondary" sx={{ pt: 0.25 }}>
        {CONTACT_ROLE_LABELS[role]}
      </Typography>
      {contact ? <ContactDetails contact={contact} /> : <Missing customer={customer} role={role} />}
      <CanAccess resource="customers" action="edit">
        <EditButton customer={customer} role={role} isNew={contact === null} />
      </CanAccess>
    </Box>
  );
};

/** Highlighted when the case can’t continue without this contact. */
const Missing = ({ customer, role }: Props) => {
  const needed = customer.stuck && mustActOf(customer) === role;
  return (
    <Box sx={{ pt: 0.25 }}>
      {needed || role === 'main' ? <Pill tone="warn">Missing</Pill> : '–'}
    </Box>
  );
};

const EditButton = ({ customer, role, isNew }: Props & { isNew: boolean }) => {
  const openDialog = useOpenDialog();
  const label = `${isNew ? 'Add' : 'Edit'} ${inSentence(CONTACT_ROLE_LABELS[role])} contact`;
  return (
    <IconButton
      size="small"
      aria-label={label}
      data-tooltip={label}
      onClick={() =>
        openDialog((close) => <EditContactDialog customer={customer} role={role} onClose={close} />)
      }
      sx={{ mt: -0.5, alignSelf: 'start' }}
    >
      {isNew ? <Add fontSize="small" /> : <EditOutlined fontSize="small" />}
    </IconButton>
  );
};
