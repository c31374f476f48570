import { Button } from '@mui/material';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useNextCase } from './useNextCase.ts';

type Props = Parameters<ReturnType<typeof useNextCase>['openNextCase']>[0] & {
  variant?: 'contained' | 'outlined';
};

/** Opens the most urgent case that nobody works on. */
export const NextCaseButton = ({ variant = 'contained', ...from }: Props) => {
  const { openNextCase, isPending } = useNextCase();
  const { shortcut } = useShortcut('n');
  return (
    <Button variant={variant} loading={isPending} onClick={() => openNextCase(from)} {...shortcut}>
      Next case
    </Button>
  );
};
