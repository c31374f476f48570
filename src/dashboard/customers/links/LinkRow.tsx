import LinkOff from '@mui/icons-material/LinkOff';
import { Box, DialogContentText, IconButton, Typography } from '@mui/material';
import { useNotify, useReference, useUpdate } from 'react-admin';
import type { EmailRecord } from '../../../api/emails/resource.ts';
import type { LinkRecord } from '../../../api/links/resource.ts';
import { toInstant } from '../../../journey/instant.ts';
import { DialogForm } from '../../shared/dialogs/DialogForm.tsx';
import { useOpenDialog } from '../../shared/dialogs/OpenDialogs.tsx';
import { Ago } from '../../shared/format/Ago.tsx';
import { counted } from '../../shared/format/counted.ts';
import { exactDay, exactTime } from '../../shared/format/duration.ts';
import { WAITING } from '../../shared/sending/emailLabels.ts';

/** One active link: how it was shared, how often it was opened, when it expires, and a button to revoke it. */
export const LinkRow = ({ link }: { link: LinkRecord }) => (
  <Box
    component="li"
    sx={{
      display: 'flex',
      alignItems: 'center',
      gap: 1,
      py: 0.5,
      borderTop: 1,
      borderColor: 'line.faint',
      listStyle: 'none',
    }}
  >
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Typography variant="body2">
        {link.emailId ? <Emailed id={link.emailId} /> : 'Copied'}{' '}
        <Ago at={link.createdAt} suffix=" ago" />
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {link.openings > 0 ? `Opened ${counted(link.openings, 'time', 'times')}` : 'Not opened'}
        {link.expiresAt && ` · Valid until ${exactDay(link.expiresAt)}`}
      </Typography>
    </Box>
    <RevokeButton link={link} />
  </Box>
);

/** An email that failed or was only kept has reached nobody. */
const Emailed = ({ id }: { id: string }) => {
  const { referenceRecord: email } = useReference<EmailRecord>({ reference: 'emails', id });
  return email && WAITING.includes(email.state) ? 'Email not sent' : 'Emailed';
};

const RevokeButton = ({ link }: { link: LinkRecord }) => {
  const openDialog = useOpenDialog();
  const [update] = useUpdate<LinkRecord, Error>();
  const notify = useNotify();
  const revoke = async (close: () => void) => {
    await update(
      'links',
      { id: link.id, data: { revokedAt: toInstant(Date.now()) }, previousData: link },
      { returnPromise: true },
    );
    notify('Link revoked');
    close();
  };
  const ask = () =>
    openDialog((close) => (
      <DialogForm
        title="Revoke this link?"
        action="Revoke"
        onSubmit={() => revoke(close)}
        onClose={close}
      >
        <DialogContentText>
          Anyone who opens it will be asked to request a new one. Other links keep working.
        </DialogContentText>
      </DialogForm>
    ));
  return (
    <IconButton
      size="small"
      aria-label={`Revoke the link of ${exactTime(link.createdAt)}`}
      data-tooltip="Revoke"
      onClick={ask}
    >
      <LinkOff fontSize="small" />
    </IconButton>
  );
};
