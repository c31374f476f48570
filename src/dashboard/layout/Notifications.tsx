import { Portal } from '@mui/material';
import { Notification } from 'react-admin';

/** Outside the page, which an open dialog hides from screen readers together with all that it contains. */
export const Notifications = () => (
  <Portal>
    <Notification />
  </Portal>
);
