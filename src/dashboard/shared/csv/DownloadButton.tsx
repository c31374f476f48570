import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';

type Props = { label: string; save: () => Promise<void> };

/** Creates a file and saves it. Shows an error when that fails. */
export const DownloadButton = ({ label, save }: Props) => {
  const notify = useNotify();
  const { mutate, isPending } = useMutation({
    mutationFn: save,
    onError: (error) => notify(error.message, { type: 'error' }),
  });
  return (
    <Button
      variant="outlined"
      startIcon={<DownloadOutlined />}
      loading={isPending}
      loadingPosition="start"
      onClick={() => mutate()}
    >
      {label}
    </Button>
  );
};
