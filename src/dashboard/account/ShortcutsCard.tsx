import { Typography } from '@mui/material';
import { ShortcutsSwitch } from '../shared/keyboard/ShortcutsSwitch.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

/** Single keys get in the way of people who speak their input, for example. */
export const ShortcutsCard = () => (
  <SectionCard title="Keyboard">
    <ShortcutsSwitch />
    <Typography variant="body2" color="textSecondary">
      Such as J for the next row and Z to snooze. Turn them off if you speak your input, or press
      keys by accident. The Keyboard shortcuts button in the top bar lists them.
    </Typography>
  </SectionCard>
);
