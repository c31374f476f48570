import { Button } from '@mui/material';
import { CanAccess } from 'react-admin';
import type { SoftwareRecord } from '../../api/software/resource.ts';
import { useOpenDialog } from '../shared/dialogs/OpenDialogs.tsx';
import { COMPLEXITY_LABELS } from '../shared/journey/complexity.ts';
import { ComplexityDialog } from './ComplexityDialog.tsx';

/** How complex software is to connect, for admins to change. */
export const ComplexityButton = ({ software }: { software: SoftwareRecord }) => {
  const openDialog = useOpenDialog();
  return (
    <CanAccess resource="software" action="edit">
      <Button
        onClick={() =>
          openDialog((close) => <ComplexityDialog software={software} onClose={close} />)
        }
      >
        {`Complexity: ${COMPLEXITY_LABELS[software.complexity].toLowerCase()}`}
      </Button>
    </CanAccess>
  );
};
