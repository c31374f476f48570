import { Box, Button, LinearProgress, Typography } from '@mui/material';
import type { MouseEvent, ReactNode } from 'react';
import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import { counted } from '../shared/format/counted.ts';
import { useMay } from '../shared/permissions/useMay.ts';
import { isUnfinished } from './labels.ts';
import { useImportStep } from './useImportStep.ts';

type Props = { one: ContactImportRecord; brief?: boolean };

/** The buttons for an import’s next steps; with `brief`, only “Undo”. */
export const ImportSteps = ({ one, brief = false }: Props) => {
  const { take, isPending } = useImportStep(one);
  const { allowed, reason } = useMay('edit', 'contact-imports', one);
  const step = (state: 'applied' | 'undone') => (event: MouseEvent) => {
    // Otherwise the click would also open the row.
    event.stopPropagation();
    take(state);
  };
  const { state, appliedAt, changes } = one;
  if (isPending) return <Progress one={one} brief={brief} />;
  if (!brief && isUnfinished(one) && state !== 'previewed')
    return (
      <Explained reason={reason}>
        <Button variant="outlined" disabled={!allowed} onClick={step(state)}>
          Resume
        </Button>
      </Explained>
    );
  return (
    <Explained reason={reason}>
      {state === 'applied' && appliedAt && changes > 0 && (
        <Button
          variant="outlined"
          // In a row, it has to say which file.
          aria-label={brief ? `Undo: ${one.fileName}` : undefined}
          disabled={!allowed}
          onClick={step('undone')}
        >
          Undo
        </Button>
      )}
      {state === 'previewed' && !brief && (
        <>
          <Button variant="outlined" disabled={!allowed} onClick={step('undone')}>
            Discard
          </Button>
          <Button
            variant="contained"
            disabled={!allowed || changes === 0}
            onClick={step('applied')}
          >
            {changes === 0 ? 'Nothing to apply' : `Apply ${counted(changes, 'change', 'changes')}`}
          </Button>
        </>
      )}
    </Explained>
  );
};

/** Says why buttons are disabled. Disabled ones have no tooltip of their own. */
const Explained = ({ reason, children }: { reason: string; children: ReactNode }) => (
  <Box
    component="span"
    aria-description={reason || undefined}
    data-tooltip={reason}
    sx={{ display: 'inline-flex', gap: 1 }}
  >
    {children}
  </Box>
);

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
