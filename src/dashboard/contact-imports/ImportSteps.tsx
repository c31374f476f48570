import { Box, Button, LinearProgress, Typography } from '@mui/material';
import type { MouseEvent } from 'react';
import { CanAccess } from 'react-admin';
import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import { counted } from '../shared/format/counted.ts';
import { isUnfinished } from './labels.ts';
import { useImportStep } from './useImportStep.ts';

type Props = { one: ContactImportRecord; brief?: boolean };

/** The buttons for an import’s next steps; with `brief`, only “Undo”. */
export const ImportSteps = ({ one, brief = false }: Props) => {
  const { take, isPending } = useImportStep(one);
  const step = (state: 'applied' | 'undone') => (event: MouseEvent) => {
    // Otherwise the click would also open the row.
    event.stopPropagation();
    take(state);
  };
  const { state, appliedAt, changes } = one;
  if (isPending) return <Progress one={one} brief={brief} />;
  if (!brief && isUnfinished(one) && state !== 'previewed')
    return (
      <Button variant="outlined" onClick={step(state)}>
        Resume
      </Button>
    );
  return (
    <CanAccess resource="contact-imports" action="edit">
      {state === 'applied' && appliedAt && changes > 0 && (
        <Button
          variant="outlined"
          // In a row, it has to say which file.
          aria-label={brief ? `Undo: ${one.fileName}` : undefined}
          onClick={step('undone')}
        >
          Undo
        </Button>
      )}
      {state === 'previewed' && !brief && (
        <>
          <Button variant="outlined" onClick={step('undone')}>
            Discard
          </Button>
          <Button variant="contained" disabled={changes === 0} onClick={step('applied')}>
            {changes === 0 ? 'Nothing to apply' : `Apply ${counted(changes, 'change', 'changes')}`}
          </Button>
        </>
      )}
    </CanAccess>
  );
};

const Progress = ({ one: { changes }, brief }: Props) => (
  <Box role="status" sx={{ minWidth: brief ? 60 : 220 }}>
    {!brief && (
      <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
        Updating {counted(changes, 'contact', 'contacts')}. You can leave this page.
      </Typography>
    )}
    <LinearProgress aria-label="Updating contacts" />
  </Box>
);
