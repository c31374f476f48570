import MailOutlined from '@mui/icons-material/MailOutlined';
import { Button } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../../../journey/outreach.ts';
import { SendEmailDialog } from '../dialogs/lazyDialogs.ts';
import { useOpenDialog } from '../dialogs/OpenDialogs.tsx';

type Props = {
  customer: CustomerRecord;
  template: EmailTemplate;
  note?: string;
  children: string;
};

/** Opens the dialog that previews and sends an email. */
export const SendEmailButton = ({ customer, template, note, children }: Props) => {
  const openDialog = useOpenDialog();
  const open = () =>
    openDialog((close) => (
      <SendEmailDialog
        customer={customer}
        template={template}
        to={EMAIL_TEMPLATE_FACTS[template].to}
        note={note}
        onClose={close}
      />
    ));
  return (
    <Button variant="outlined" startIcon={<MailOutlined />} onClick={open}>
      {children}
    </Button>
  );
};
