import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Button } from '@mui/material';
import { useSave } from './useSave.ts';

type Props = { label: string; save: () => Promise<void> };

/** Creates a file and saves it. Shows an error when that fails. */
export const DownloadButton = ({ label, save }: Props) => {
  const { mutate, isPending } = useSave(save);
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
