import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import type { SoftwareRecord } from '../../../api/software/resource.ts';
import { GuideActions } from './GuideActions.tsx';
import { GuideText } from './GuideText.tsx';

const TITLE = 'guide-title';

type Props = { software: SoftwareRecord; onClose: () => void };

/** The guide for accounting software, over the current page. */
export const GuideDialog = ({ software, onClose }: Props) => (
  <Dialog open onClose={onClose} aria-labelledby={TITLE} fullWidth maxWidth="sm">
    <DialogTitle id={TITLE}>How to connect {software.name}</DialogTitle>
    <DialogContent tabIndex={0}>
      <GuideText software={software} />
    </DialogContent>
    <DialogActions>
      <GuideActions software={software} />
      <Button onClick={onClose}>Close</Button>
    </DialogActions>
  </Dialog>
);
