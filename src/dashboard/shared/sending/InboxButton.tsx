import { Button, type ButtonProps } from '@mui/material';
import { useSignInOptions } from '../useSignInOptions.ts';

/** Opens the inbox in which the sandbox’s emails arrive. Nothing where emails are really sent. */
export const InboxButton = (props: Pick<ButtonProps, 'size' | 'color' | 'variant'>) => {
  const { data } = useSignInOptions();
  if (!data?.inboxPath) return null;
  return (
    // In a tab of its own, as this one may be running the demo.
    <Button {...props} href={data.inboxPath} target="_blank">
      Open sandbox inbox
    </Button>
  );
};
