import Checklist from '@mui/icons-material/Checklist';
import {
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
} from '@mui/material';
import { callChecklist } from '../../../journey/content/call-checklist.ts';
import { useOpenDialog } from '../dialogs/OpenDialogs.tsx';
import { useSoftware } from '../useSoftware.tsx';

const TITLE = 'call-checklist-title';

/** A checklist to go through with a customer on the phone. */
export const CallChecklistButton = ({ software }: { software: string | null }) => {
  const openDialog = useOpenDialog();
  return (
    <Button
      variant="outlined"
      startIcon={<Checklist />}
      onClick={() =>
        openDialog((close) => <CallChecklistDialog software={software} onClose={close} />)
      }
    >
      Call checklist
    </Button>
  );
};

type Props = { software: string | null; onClose: () => void };

const CallChecklistDialog = ({ software, onClose }: Props) => {
  const data = useSoftware(software);
  return (
    <Dialog open onClose={onClose} aria-labelledby={TITLE} fullWidth maxWidth="sm">
      <DialogTitle id={TITLE}>
        {data ? `Call checklist: ${data.name}` : 'Call checklist'}
      </DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid' }}>
          {callChecklist(data?.name ?? null, data?.ready ?? []).map((item) => (
            <FormControlLabel
              key={item}
              control={<Checkbox size="small" />}
              label={item}
              sx={{ alignItems: 'flex-start', '& .MuiFormControlLabel-label': { pt: 0.75 } }}
            />
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
};
