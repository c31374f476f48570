import InfoOutlined from '@mui/icons-material/InfoOutlined';
import { IconButton, Popover, Typography } from '@mui/material';
import { useId, useState } from 'react';

type Props = {
  /** The title of what is defined. */
  title: string;
  /** The definition. Undefined while it loads. */
  children: string | undefined;
};

/** Opens the definition of a number. Escape closes it and goes back to the button. */
export const HowCalculated = ({ title, children }: Props) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  return (
    <>
      <IconButton
        size="small"
        aria-label={`How is this calculated? ${title}`}
        title="How is this calculated?"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        disabled={children === undefined}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={{ p: 0.5, color: 'text.secondary' }}
      >
        <InfoOutlined sx={{ fontSize: 16 }} />
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-labelledby': id, variant: 'outlined', sx: paperSx },
        }}
      >
        <Typography id={id} component="h3" variant="h2" sx={{ mb: 0.5 }}>
          {`How is this calculated? ${title}`}
        </Typography>
        <Typography variant="body2">{children}</Typography>
      </Popover>
    </>
  );
};

const paperSx = { p: 2, maxWidth: 'min(52ch, calc(100vw - 32px))' } as const;
