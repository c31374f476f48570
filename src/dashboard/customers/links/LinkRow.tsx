import LinkOff from '@mui/icons-material/LinkOff';
import { Box, IconButton, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { Confirm, useNotify, useUpdate } from 'react-admin';
import type { LinkRecord } from '../../../api/links/resource.ts';
import { toInstant } from '../../../journey/instant.ts';
import { Ago } from '../../shared/format/Ago.tsx';
import { exactDay } from '../../shared/format/duration.ts';

/** One link that works: where it is, how often it was opened, and what takes it out of service. */
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
        {link.emailId ? 'In an e-mail' : 'To copy'}, <Ago at={link.createdAt} suffix=" ago" />
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {link.openings > 0 ? `Opened ${timesOf(link.openings)}` : 'Not opened'}
        {link.expiresAt && ` · good until ${exactDay(link.expiresAt)}`}
      </Typography>
    </Box>
    <RevokeButton link={link} />
  </Box>
);

const timesOf = (count: number): string => (count === 1 ? 'once' : `${count} times`);

const RevokeButton = ({ link }: { link: LinkRecord }) => {
  const [open, setOpen] = useState(false);
  const [update, { isPending }] = useUpdate<LinkRecord>();
  const notify = useNotify();
  const revoke = () =>
    update(
      'links',
      { id: link.id, data: { revokedAt: toInstant(Date.now()) }, previousData: link },
      {
        onSuccess: () => notify('The link was revoked'),
        onError: (error: Error) => notify(error.message, { type: 'error' }),
        onSettled: () => setOpen(false),
      },
    );
  return (
    <>
      <Tooltip title="Revoke">
        <IconButton size="small" aria-label="Revoke" onClick={() => setOpen(true)}>
          <LinkOff fontSize="small" />
        </IconButton>
      </Tooltip>
      <Confirm
        isOpen={open}
        loading={isPending}
        title="Revoke this link?"
        content="Whoever holds it is told that it does not work, and to ask for a new one. The customer’s other links stay good."
        confirm="Revoke"
        onConfirm={revoke}
        onClose={() => setOpen(false)}
      />
    </>
  );
};
