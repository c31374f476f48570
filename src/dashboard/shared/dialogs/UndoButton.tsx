import { Button } from '@mui/material';
import { useCloseNotification } from 'react-admin';

/** In a notification. Like react-admin’s own, which delays the action instead of taking it back. */
export const UndoButton = ({ undo }: { undo: () => void }) => {
  const close = useCloseNotification();
  const click = () => {
    close();
    undo();
  };
  return (
    <Button color="primary" size="small" onClick={click}>
      Undo
    </Button>
  );
};
