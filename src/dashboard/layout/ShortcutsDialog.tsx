import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
} from '@mui/material';
import { Fragment, useId } from 'react';
import { Keycap } from '../shared/keyboard/Keycap.tsx';
import { ShortcutsSwitch } from '../shared/keyboard/ShortcutsSwitch.tsx';
import { SHORTCUT_KEYS, SHORTCUTS } from '../shared/keyboard/shortcuts.ts';

/** What each key does, and the switch that turns them off. */
export const ShortcutsDialog = ({ onClose }: { onClose: () => void }) => {
  const title = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="xs">
      <DialogTitle id={title}>Keyboard shortcuts</DialogTitle>
      <DialogContent tabIndex={0}>
        <ShortcutsSwitch />
        <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
          They act on the row that has the focus, or on the customer whose page is open, and never
          while you type.
        </Typography>
        <Box
          component="dl"
          sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: 1, columnGap: 2, m: 0 }}
        >
          {SHORTCUT_KEYS.map((key) => (
            <Line key={key} name={key} does={SHORTCUTS[key]} />
          ))}
          <Line name="Enter" does="Open the customer" />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
};

const Line = ({ name, does }: { name: string; does: string }) => (
  <Fragment>
    <Box component="dt">
      <Keycap>{name}</Keycap>
    </Box>
    <Box component="dd" sx={{ m: 0 }}>
      {does}
    </Box>
  </Fragment>
);
