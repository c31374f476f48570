import { Box, Button, LinearProgress, Typography } from '@mui/material';
import type { MouseEvent } from 'react';
import { CanAccess } from 'react-admin';
import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import { counted } from '../shared/format/counted.ts';
import { useImportStep } from './useImportStep.ts';
import { isUnderWay } from './words.ts';

type Props = { one: ContactImportRecord; brief?: boolean };

/** What can be done with an import where it is; in brief, only to undo it. */
export const ImportSteps = ({ one, brief = false }: Props) => {
  const { take, isPending } = useImportStep(one);
  const step = (state: 'applied' | 'undone') => (event: MouseEvent) => {
    // A row opens when it is clicked.
    event.stopPropagation();
    take(state);
  };
  const { state, appliedAt, changes } = one;
  if (isPending) return <Doing one={one} brief={brief} />;
  if (!brief && isUnderWay(one) && state !== 'previewed')
    return (
      <Button variant="outlined" onClick={step(state)}>
        Go on
      </Button>
    );
  return (
    <CanAccess resource="contact-imports" action="edit">
      {state === 'applied' && appliedAt && changes > 0 && (
        <Button variant="outlined" onClick={step('undone')}>
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

const Doing = ({ one: { changes }, brief }: Props) => (
  <Box role="status" sx={{ minWidth: brief ? 60 : 220 }}>
    {!brief && (
      <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
        Changing {counted(changes, 'contact', 'contacts')}. It goes on if you leave.
      </Typography>
    )}
    <LinearProgress aria-label="Changing contacts" />
  </Box>
);
