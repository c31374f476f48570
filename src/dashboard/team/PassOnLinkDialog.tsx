import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useCopy } from '../shared/useCopy.ts';

type Props = { to: string; link: string; onClose: () => void };

/** A link that no email carries, because email isn’t set up. Only its buttons close it: the link isn’t shown again. */
export const PassOnLinkDialog = ({ to, link, onClose }: Props) => {
  const title = useId();
  const copy = useCopy();
  return (
    <Dialog open aria-labelledby={title} fullWidth maxWidth="sm">
      <DialogTitle id={title} sx={{ overflowWrap: 'anywhere' }}>
        Link for <bdi>{to}</bdi>
      </DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 1 }}>
          Email isn’t set up, so send this link to them yourself. It works once and isn’t shown
          again.
        </DialogContentText>
        <Typography component="code" sx={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
          {link}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
        <Button variant="contained" onClick={() => copy(link, 'Link copied')}>
          Copy link
        </Button>
      </DialogActions>
    </Dialog>
  );
};
