import ContentCopy from '@mui/icons-material/ContentCopy';
import EditOutlined from '@mui/icons-material/EditOutlined';
import { Box, Button, IconButton } from '@mui/material';
import type { RaisedCaseRecord } from '../../../api/raised-cases/record.ts';
import { ReferenceDialog, ResolveDialog } from '../dialogs/lazyDialogs.ts';
import { useOpenDialog } from '../dialogs/OpenDialogs.tsx';
import { useCopy } from '../useCopy.ts';
import { useChangeCase } from './useChangeCase.ts';

type Props = { raised: RaisedCaseRecord };

/** Copies what was sent to Codat, and resolves the case or reopens it. */
export const CaseActions = ({ raised }: Props) => {
  const copy = useCopy();
  const openDialog = useOpenDialog();
  const change = useChangeCase(raised);
  const resolve = () => openDialog((close) => <ResolveDialog raised={raised} onClose={close} />);
  return (
    <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
      <IconButton
        size="small"
        aria-label="Copy details"
        data-tooltip="Copy details"
        onClick={() => copy(raised.text, 'Details copied')}
      >
        <ContentCopy fontSize="small" />
      </IconButton>
      {raised.state === 'open' ? (
        <Button onClick={resolve}>Resolve…</Button>
      ) : (
        <Button onClick={() => change({ state: 'open' }, 'Reopened')}>Reopen</Button>
      )}
    </Box>
  );
};

/** The reference of Codat’s ticket, with buttons to copy and change it. */
export const CaseReference = ({ raised }: Props) => {
  const { reference } = raised;
  const copy = useCopy();
  const openDialog = useOpenDialog();
  const edit = () => openDialog((close) => <ReferenceDialog raised={raised} onClose={close} />);
  if (!reference)
    return (
      <Button onClick={edit} sx={{ px: 0 }}>
        Add reference
      </Button>
    );
  return (
    <Box sx={{ display: 'inline-flex', gap: 0.25, alignItems: 'center', overflowWrap: 'anywhere' }}>
      <bdi>{reference}</bdi>
      <IconButton
        size="small"
        aria-label={`Copy reference ${reference}`}
        data-tooltip="Copy reference"
        onClick={() => copy(reference, 'Reference copied')}
      >
        <ContentCopy fontSize="inherit" />
      </IconButton>
      <IconButton
        size="small"
        aria-label={`Change reference ${reference}`}
        data-tooltip="Change reference"
        onClick={edit}
      >
        <EditOutlined fontSize="inherit" />
      </IconButton>
    </Box>
  );
};
