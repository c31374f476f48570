import { Portal } from '@mui/material';
import { Notification, useNotificationContext } from 'react-admin';

/** In milliseconds: long enough to undo what it is about, and briefly once another waits. */
const SHOWN_FOR = { last: 5000, others: 300 };

/**
 * Outside the page, which an open dialog hides from screen readers together with all that it contains. React-admin shows
 * one after the other, and saves what can be undone only then: agents who work faster would leave a minute’s work unsaved.
 */
export const Notifications = () => {
  const { notifications } = useNotificationContext();
  const isLast = notifications.length === 0;
  return (
    <Portal>
      <Notification autoHideDuration={isLast ? SHOWN_FOR.last : SHOWN_FOR.others} />
    </Portal>
  );
};
