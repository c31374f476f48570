import MenuBook from '@mui/icons-material/MenuBookOutlined';
import { Button, IconButton, Tooltip } from '@mui/material';
import { useState } from 'react';
import { useSoftware } from '../useSoftware.ts';
import { GuideDialog } from './GuideDialog.tsx';

type Props = {
  software: string;
  /** An icon without a label, where there is little room. */
  compact?: true;
};

/** Opens the guide for the software that a customer selected. */
export const GuideButton = ({ software, compact }: Props) => {
  const [open, setOpen] = useState(false);
  const data = useSoftware(software);
  const show = () => setOpen(true);
  const label = data ? `Guide for ${data.name}` : 'Guide';
  return (
    <>
      {compact ? (
        <Tooltip title={label}>
          <IconButton size="small" aria-label={label} onClick={show}>
            <MenuBook fontSize="small" />
          </IconButton>
        </Tooltip>
      ) : (
        <Button variant="outlined" startIcon={<MenuBook />} onClick={show}>
          Open guide
        </Button>
      )}
      {open && data && <GuideDialog software={data} onClose={() => setOpen(false)} />}
    </>
  );
};
