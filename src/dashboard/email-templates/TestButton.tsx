import MailOutlined from '@mui/icons-material/MailOutlined';
import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useWords } from './useWords.ts';

/** Sends the words as they stand in the form to oneself. */
export const TestButton = () => {
  const { post } = useWords();
  const notify = useNotify();
  const { mutate, isPending } = useMutation({
    mutationFn: () => post('test'),
    onSuccess: ({ to }) => notify(`Sent to ${to}`),
    onError: (error) => notify(error.message, { type: 'error' }),
  });
  return (
    <Button
      variant="outlined"
      startIcon={<MailOutlined />}
      disabled={isPending}
      onClick={() => mutate()}
    >
      Send me a test
    </Button>
  );
};
