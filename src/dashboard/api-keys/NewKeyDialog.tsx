import ContentCopy from '@mui/icons-material/ContentCopy';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useCopy } from '../shared/useCopy.ts';
import { CurlExample } from './CurlExample.tsx';
import type { NewApiKeyRecord } from './labels.ts';

type Props = { made: NewApiKeyRecord; onClose: () => void };

/** Shows a new key, the only time it can be read. Only its button closes it: Escape could be a slip. */
export const NewKeyDialog = ({ made: { name, key, scopes }, onClose }: Props) => {
  const title = useId();
  const copy = useCopy();
  const [scope = 'read'] = scopes;
  return (
    <Dialog open aria-labelledby={title} fullWidth maxWidth="sm">
      <DialogTitle id={title} sx={{ overflowWrap: 'anywhere' }}>
        New key for <bdi>{name}</bdi>
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Alert severity="warning" role="note">
          Copy this key now. You won’t see it again.
        </Alert>
        <TextField
          label="API key"
          value={key}
          multiline
          margin="none"
          onFocus={({ target }) => target.select()}
          slotProps={{ htmlInput: { readOnly: true, spellCheck: false } }}
        />
        <Button
          variant="contained"
          startIcon={<ContentCopy />}
          sx={{ justifySelf: 'start' }}
          onClick={() => copy(key, 'API key copied')}
        >
          Copy
        </Button>
        <Typography variant="body2" color="textSecondary">
          Try it in a terminal:
        </Typography>
        <CurlExample scope={scope} apiKey={key} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </Dialog>
  );
};
