import MailOutlined from '@mui/icons-material/MailOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../../../journey/outreach.ts';
import { SendEmailDialog } from './SendEmailDialog.tsx';

type Props = {
  customer: CustomerRecord;
  template: EmailTemplate;
  note?: string;
  children: string;
};

/** Opens the dialog that previews and sends an email. */
export const SendEmailButton = ({ customer, template, note, children }: Props) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" startIcon={<MailOutlined />} onClick={() => setOpen(true)}>
        {children}
      </Button>
      {open && (
        <SendEmailDialog
          customer={customer}
          template={template}
          to={EMAIL_TEMPLATE_FACTS[template].to}
          note={note}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
